import { Liquid } from 'liquidjs';

/** Something wrong with a template, and where. */
export interface TemplateProblem {
  /** Offsets in the text. */
  from: number;
  to: number;
  /** From 1. */
  line: number;
  message: string;
  /** What may have been meant, in the place of the marked text. */
  instead?: string;
}

const engine = new Liquid({ strictFilters: true });
// Only read here, never rendered.
engine.registerFilter('money', (value: unknown) => value);

/**
 * Reads a template as the server does and looks its variables up.
 * @param known the variables there are, such as customer.name; attributes of customers by customer.attributes.<key>
 */
export function checkTemplate(text: string, known: readonly string[]): TemplateProblem[] {
  try {
    const found = engine.analyzeSync(engine.parse(text)).globals;
    const problems = Object.values(found)
      .flat()
      .flatMap(({ segments, location: { row, col } }) =>
        unknown(text, segments.map(String), row, col, known),
      );
    return problems.toSorted((a, b) => a.from - b.from);
  } catch (error) {
    return [syntaxProblem(text, error)];
  }
}

function unknown(
  text: string,
  segments: readonly string[],
  row: number,
  column: number,
  known: readonly string[],
): TemplateProblem[] {
  const name = segments.join('.');
  // A list’s first, a text’s size and the like belong to what stands before them.
  if (known.some((one) => one === name || name.startsWith(`${one}.`) || one.startsWith(`${name}.`)))
    return [];
  const near = offsetOf(text, row, column);
  const from = Math.max(near, text.indexOf(name, near));
  const instead = closest(name, known);
  return [
    {
      from,
      to: from + name.length,
      line: row,
      message: `${name} is no variable customers have`,
      ...(instead ? { instead } : {}),
    },
  ];
}

function syntaxProblem(text: string, error: unknown): TemplateProblem {
  const { begin, end } = tokenOf(error) ?? { begin: 0, end: text.length };
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  return {
    from: begin,
    to: Math.max(end, begin + 1),
    line: text.slice(0, begin).split('\n').length,
    message: message.replace(/, line:\d+, col:\d+$/, '') || 'This cannot be read',
  };
}

function tokenOf(error: unknown): { begin: number; end: number } | null {
  if (typeof error !== 'object' || error === null || !('token' in error)) return null;
  const { token } = error;
  if (typeof token !== 'object' || token === null || !('begin' in token) || !('end' in token)) return null;
  const { begin, end } = token;
  return typeof begin === 'number' && typeof end === 'number' ? { begin, end } : null;
}

function offsetOf(text: string, row: number, column: number): number {
  const lines = text.split('\n');
  return lines.slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0) + column - 1;
}

/** The known name that is nearest, within a few letters. */
function closest(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((one) => ({ one, away: distance(name.toLowerCase(), one.toLowerCase()) }))
    .toSorted((a, b) => a.away - b.away);
  const [first] = ranked;
  return first && first.away <= Math.max(2, name.length / 4) ? first.one : undefined;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
