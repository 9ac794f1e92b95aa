import { type TemplateFilter, templateFilters } from '../../../template.schema.ts';

/** Something that can be put in at the caret. */
export interface Completion {
  label: string;
  /** What is written in the place of the letters before the caret. */
  text: string;
  detail: string;
}

export interface Completions {
  /** Where the letters begin that a choice takes the place of. */
  from: number;
  options: Completion[];
}

const SHOWN = 8;

/**
 * What fits at the caret: inside `{{ … }}` and `{% … %}` variables, after `|` filters, whose letters so far are in the name.
 * Null outside of Liquid and inside of its texts.
 */
export function completionsAt(text: string, caret: number, variables: readonly string[]): Completions | null {
  const before = text.slice(0, caret);
  const open = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'));
  if (open === -1) return null;
  const inside = before.slice(open + 2);
  if (/\}\}|%\}|\n/.test(inside) || isInText(inside)) return null;
  const output = before.startsWith('{{', open);
  const letters = /[\w.]*$/.exec(inside)?.[0] ?? '';
  const from = caret - letters.length;
  const lead = inside.slice(0, inside.length - letters.length).trimEnd();
  const close = output && needsClose(text.slice(caret)) ? ' }}' : '';
  const blank = /\s$/.test(before.slice(0, from)) ? '' : ' ';
  if (lead.endsWith('|'))
    return chosen(
      from,
      letters,
      templateFilters.map((filter) => filterOption(filter, blank, close)),
    );
  // A second name after a first one is none of Liquid’s.
  if (output ? lead !== '' : lead === '') return null;
  return chosen(
    from,
    letters,
    variables.map((name) => ({ label: name, text: `${blank}${name}${close}`, detail: '' })),
  );
}

const filterOption = (filter: TemplateFilter, blank: string, close: string): Completion => ({
  label: filter.name,
  text: `${blank}${filter.text}${close}`,
  detail: filter.does,
});

function chosen(from: number, letters: string, all: readonly Completion[]): Completions | null {
  const wanted = letters.toLowerCase();
  const rank = ({ label }: Completion): number => {
    const name = label.toLowerCase();
    if (name.startsWith(wanted)) return 0;
    // “name” finds customer.name.
    return name.includes(`.${wanted}`) ? 1 : name.includes(wanted) ? 2 : 3;
  };
  const options = all
    .filter((option) => rank(option) < 3)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, SHOWN);
  const finished = options.length === 1 && options[0]?.label.toLowerCase() === wanted;
  return options.length === 0 || finished ? null : { from, options };
}

const isInText = (inside: string): boolean =>
  (inside.split('"').length - 1) % 2 === 1 || (inside.split("'").length - 1) % 2 === 1;

/** Whether the braces are still open behind the caret. */
const needsClose = (after: string): boolean => !/^[^{\n]*\}\}/.test(after);
