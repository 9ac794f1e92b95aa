import { TriangleAlert } from 'lucide-react';
import type { TemplateProblem } from './check-template.ts';

/** What is wrong, in words; each leads to its place, and a slip of the hand is mended with one click. */
export function ProblemList({
  label,
  problems,
  onShow,
  onMend,
}: {
  label: string;
  problems: readonly TemplateProblem[];
  onShow(problem: TemplateProblem): void;
  onMend(problem: TemplateProblem, instead: string): void;
}) {
  if (problems.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-col gap-1.5 rounded-lg bg-warning-soft px-3 py-2 text-small">
      {problems.map((problem) => (
        <li
          key={`${problem.from}${problem.message}`}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 text-warning-text"
        >
          <TriangleAlert className="size-3.5 shrink-0" aria-hidden />
          <button
            type="button"
            onClick={() => onShow(problem)}
            className="min-w-0 flex-1 break-words text-left hover:underline"
          >
            Line {problem.line}: {problem.message}
          </button>
          {problem.instead && (
            <button
              type="button"
              onClick={() => onMend(problem, problem.instead ?? '')}
              className="font-medium underline underline-offset-2"
            >
              Use {problem.instead}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
