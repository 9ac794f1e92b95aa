import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime';
import Link from 'next/link';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import type { DocsTree } from '../docs-markdown.ts';
import { CodeBlock } from './code-block.tsx';
import { Heading } from './heading.tsx';

const LINK = 'text-accent-text underline decoration-1 underline-offset-2 hover:decoration-2';

const components: Partial<Components> = {
  h1: ({ node: _, className, ...props }) => (
    <h1 className="text-balance font-semibold text-3xl tracking-tight" {...props} />
  ),
  h2: ({ node: _, id, children }) => (
    <Heading level={2} id={id}>
      {children}
    </Heading>
  ),
  h3: ({ node: _, id, children }) => (
    <Heading level={3} id={id}>
      {children}
    </Heading>
  ),
  p: ({ node: _, className, ...props }) => <p className="mt-4 text-[15px] leading-7" {...props} />,
  ul: ({ node: _, className, ...props }) => (
    <ul className="mt-4 list-disc space-y-1.5 pl-5 text-[15px] leading-7 marker:text-muted" {...props} />
  ),
  ol: ({ node: _, className, ...props }) => (
    <ol className="mt-4 list-decimal space-y-1.5 pl-6 text-[15px] leading-7 marker:text-muted" {...props} />
  ),
  li: ({ node: _, className, ...props }) => <li className="[&>p]:mt-1.5" {...props} />,
  blockquote: ({ node: _, ...props }) => (
    <blockquote
      className="mt-4 rounded-r-lg border-accent border-l-4 bg-accent-soft px-4 pt-0.5 pb-3.5 [&>p]:mt-3"
      {...props}
    />
  ),
  hr: () => <hr className="my-8 border-line" />,
  a: ({ node: _, href = '', children }) => {
    if (href.startsWith('/docs'))
      return (
        <Link href={href} prefetch={false} className={LINK}>
          {children}
        </Link>
      );
    return (
      <a href={href} className={LINK}>
        {children}
      </a>
    );
  },
  img: ({ node: _, src, alt }) => (
    // biome-ignore lint/performance/noImgElement: drawings of our own, which nothing has to shrink
    <img src={typeof src === 'string' ? src : ''} alt={alt ?? ''} className="mt-4 w-full rounded-xl" />
  ),
  table: ({ node: _, children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone is reached by keyboard
    <div tabIndex={0} className="mt-5 overflow-x-auto rounded-xl border border-line">
      <table className="w-full border-collapse text-left text-sm leading-6">{children}</table>
    </div>
  ),
  th: ({ node: _, children }) => (
    <th scope="col" className="border-line border-b bg-sunken px-3 py-2 align-top font-medium">
      {children}
    </th>
  ),
  td: ({ node: _, children }) => (
    <td className="min-w-28 border-line border-b px-3 py-2 align-top [tr:last-child>&]:border-b-0">
      {children}
    </td>
  ),
  pre: ({ node, children }) => {
    const code = node?.children[0];
    const classes = code?.type === 'element' ? code.properties.className : undefined;
    const language = Array.isArray(classes)
      ? classes.map(String).find((name) => name.startsWith('language-'))
      : undefined;
    return language === 'language-mermaid' ? (
      // The drawing of the same; the text is for readers of the repository.
      // biome-ignore lint/performance/noImgElement: a drawing of our own
      <img
        src="/architecture.svg"
        alt="The parts of NexusFlow and what goes between them"
        className="mt-5 w-full"
      />
    ) : (
      <CodeBlock>{children}</CodeBlock>
    );
  },
  code: ({ className, children }) => {
    const text = typeof children === 'string' ? children : '';
    // A block's code has a class of its language or stands over several lines.
    if (className || text.includes('\n')) return <code className="docs-code">{children}</code>;
    return (
      <code className="rounded-md bg-sunken px-1.5 py-0.5 font-mono text-[0.86em] [overflow-wrap:anywhere]">
        {children}
      </code>
    );
  },
};

/** A page's text as the app draws it. */
export const DocsText = ({ tree }: { tree: DocsTree }) =>
  toJsxRuntime(tree, { Fragment, jsx, jsxs, components, passNode: true, tableCellAlignToStyle: false });
