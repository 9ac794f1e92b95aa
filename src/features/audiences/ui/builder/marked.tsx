'use client';
import { CircleAlert } from 'lucide-react';
import { type FocusEvent, type ReactNode, useId, useState } from 'react';
import { ConditionContext, useProblem } from './tree-context.ts';

/**
 * The controls of a condition with what is wrong beneath them. A control is marked once it has been left (or after an
 * attempt to save), not while it is being filled in for the first time; from then on at every change.
 */
export function Marked({
  place,
  className,
  children,
}: {
  place: string;
  className?: string;
  children: ReactNode;
}) {
  const messageId = useId();
  const [left, setLeft] = useState<readonly string[]>([]);
  const { problem, strict } = useProblem(place);
  const shown =
    problem && (strict || left.some((part) => problem.part === part || problem.part.startsWith(`${part}.`)))
      ? problem
      : null;
  const onBlur = ({ target, currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    // Conditions on orders lie inside one, and have their own.
    if (target.closest('[data-marked]') !== currentTarget) return;
    const control = target.closest<HTMLElement>('[data-part]');
    const part = control?.dataset.part;
    // Into the calendar or list that belongs to it one does not leave it.
    const within = control?.contains(relatedTarget) || relatedTarget?.closest('[data-belongs]');
    if (part && !within && !left.includes(part)) setLeft([...left, part]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only sees which of its controls was left
    <div className={className} data-marked onBlur={onBlur}>
      <ConditionContext value={{ problem: shown, messageId }}>{children}</ConditionContext>
      {shown && (
        <p id={messageId} className="mt-1.5 flex items-start gap-1.5 text-small text-danger-text">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {shown.message}
        </p>
      )}
    </div>
  );
}
