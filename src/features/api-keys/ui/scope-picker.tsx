'use client';
import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import { Checkbox } from '@/ui/input.tsx';
import { type Scope, scopeGroups } from './scopes.ts';

/** Everything, or one by one what a key may do. */
export function ScopePicker({
  value,
  onChange,
  error,
}: {
  value: readonly Scope[];
  onChange(scopes: Scope[]): void;
  error: string | undefined;
}) {
  const id = useId();
  const everything = value.includes('all');
  const toggle = (scope: Scope) =>
    onChange(value.includes(scope) ? value.filter((s) => s !== scope) : [...value, scope]);
  const choices = [
    { label: 'Everything', hint: 'All of the API, now and in later versions.', all: true },
    { label: 'Only what I choose', hint: 'Anything else is refused.', all: false },
  ];
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="font-medium text-sm">What it may do</legend>
      <div className="mt-2 flex flex-col gap-2">
        {choices.map(({ label, hint, all }) => (
          <label key={label} className="flex items-start gap-2.5 text-sm">
            <input
              type="radio"
              name={id}
              checked={everything === all}
              onChange={() => onChange(all ? ['all'] : [])}
              aria-describedby={`${id}-${all}`}
              className="mt-0.5 size-4 shrink-0 cursor-pointer accent-accent"
            />
            <span>
              {label}
              <span id={`${id}-${all}`} aria-hidden className="block text-small text-muted">
                {hint}
              </span>
            </span>
          </label>
        ))}
      </div>
      {!everything && <Chooser value={value} onToggle={toggle} />}
      {error && (
        <p
          id={`${id}-error`}
          role="alert"
          className="mt-2 flex items-center gap-1.5 text-small text-danger-text"
        >
          <CircleAlert className="size-3.5 shrink-0" aria-hidden />
          Choose at least one thing it may do
        </p>
      )}
    </fieldset>
  );
}

function Chooser({ value, onToggle }: { value: readonly Scope[]; onToggle(scope: Scope): void }) {
  const id = useId();
  return (
    <div className="mt-3 divide-y divide-line rounded-lg border border-line">
      {scopeGroups.map(({ area, scopes }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend does not lay out in a row
        <div
          key={area}
          role="group"
          aria-label={area}
          className="flex flex-wrap items-center gap-x-5 gap-y-1 px-3 py-1.5 text-sm"
        >
          <span className="w-full font-medium text-small sm:w-24" aria-hidden>
            {area}
          </span>
          {scopes.map(({ scope, act }) => (
            <label key={scope} htmlFor={`${id}-${scope}`} className="flex items-center gap-2">
              <Checkbox
                id={`${id}-${scope}`}
                aria-label={`${area}: ${act.toLowerCase()}`}
                checked={value.includes(scope)}
                onChange={() => onToggle(scope)}
              />
              {act}
            </label>
          ))}
        </div>
      ))}
    </div>
  );
}
