import { toString as textOf } from 'hast-util-to-string';
import rehypeHighlight from 'rehype-highlight';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

export interface DocsHeading {
  /** The anchor, made as GitHub makes it, so that links work in both places. */
  id: string;
  title: string;
  depth: number;
}

/** What stands below one heading, for the search; the page's beginning has no anchor. */
export interface DocsPassage {
  anchor: string;
  title: string;
  text: string;
}

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSlug)
  .use(rehypeHighlight, {
    aliases: { bash: ['sh'], yaml: ['caddy'], json: ['http'] },
    plainText: ['csv', 'liquid', 'text', 'mermaid', 'nginx', 'dockerfile'],
  });

/** A text as a tree of HTML elements. */
export type DocsTree = ReturnType<typeof pipeline.runSync>;
type Node = DocsTree['children'][number];
type Element = Extract<Node, { type: 'element' }>;

export interface ParsedMarkdown {
  tree: DocsTree;
  headings: DocsHeading[];
  passages: DocsPassage[];
}

/** A link or a picture of the text: its address may be changed, or the link taken away (null; its text stays). */
export type Readdress = (address: string) => string | null;

/**
 * Markdown (GitHub's kind, no HTML in it) as a tree to draw, with its headings and what stands below each.
 * @param readdress gives each link's and picture's address
 */
export function parseMarkdown(markdown: string, readdress: Readdress = (address) => address): ParsedMarkdown {
  const tree = pipeline.runSync(pipeline.parse(markdown));
  readdressLinks(tree, readdress);
  return { tree, headings: headingsOf(tree), passages: passagesOf(tree) };
}

function readdressLinks(tree: DocsTree, readdress: Readdress): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'img' && typeof node.properties.src === 'string')
      node.properties.src = readdress(node.properties.src) ?? '';
    if (node.tagName !== 'a' || typeof node.properties.href !== 'string') return;
    const address = readdress(node.properties.href);
    if (address === null) {
      node.tagName = 'span';
      node.properties = {};
    } else node.properties.href = address;
  });
}

const depthOf = (node: Node): number =>
  node.type === 'element' ? Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0) : 0;

const isElement = (node: Node): node is Element => node.type === 'element';

function headingsOf(tree: DocsTree): DocsHeading[] {
  return tree.children.filter(isElement).flatMap((node) => {
    const depth = depthOf(node);
    return depth ? [{ id: String(node.properties.id ?? ''), title: textOf(node), depth }] : [];
  });
}

const BLOCKS = new Set(['p', 'li', 'tr', 'td', 'th', 'pre', 'ul', 'ol', 'table', 'blockquote', 'br']);

/** A node's text with a space wherever a block ends: cells of a table must not run together. */
function wordsOf(node: Node | Element['children'][number]): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const text = node.children.map(wordsOf).join('');
  return BLOCKS.has(node.tagName) ? `${text} ` : text;
}

function passagesOf(tree: DocsTree): DocsPassage[] {
  const passages: DocsPassage[] = [];
  for (const node of tree.children) {
    const depth = depthOf(node);
    if (depth && node.type === 'element')
      passages.push({
        anchor: depth === 1 ? '' : String(node.properties.id ?? ''),
        title: textOf(node),
        text: '',
      });
    else {
      const last = passages.at(-1);
      if (last) last.text += wordsOf(node);
    }
  }
  for (const passage of passages) passage.text = passage.text.replace(/\s+/g, ' ').trim();
  return passages;
}
