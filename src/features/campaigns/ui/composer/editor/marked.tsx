import type { TemplateProblem } from './check-template.ts';

/** A text with what is wrong in it marked; itself not to be seen, only the marks are. */
export function Marked({ text, problems }: { text: string; problems: readonly TemplateProblem[] }) {
  let end = 0;
  const parts = problems.flatMap((problem) => {
    // Of what was typed since the text was read, or overlaps.
    if (problem.from < end || problem.to > text.length) return [];
    const before = text.slice(end, problem.from);
    end = problem.to;
    return [
      <span key={`${problem.from}-`}>{before}</span>,
      <mark
        key={problem.from}
        className="rounded-xs bg-warning-soft text-transparent underline decoration-2 decoration-warning decoration-wavy underline-offset-2"
      >
        {text.slice(problem.from, problem.to)}
      </mark>,
    ];
  });
  return (
    <>
      {parts}
      <span>{`${text.slice(end)}\n`}</span>
    </>
  );
}
