'use client';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { Button } from '@/ui/button.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import type { SecretValue } from './vendor-form-values.ts';

/** A secret that can be written and never read: whether there is one, and a way to replace it or take it away. */
export function SecretField({
  label,
  hint,
  error,
  value,
  isSet,
  placeholder,
  onChange,
}: {
  label: string;
  hint?: string;
  error: string | undefined;
  value: SecretValue;
  /** Whether the server has one. */
  isSet: boolean;
  placeholder?: string;
  onChange(value: SecretValue): void;
}) {
  if (value.act === 'replace')
    return (
      <Field label={label} hint={hint} error={error} optional={!isSet}>
        <Input
          type="password"
          autoComplete="new-password"
          placeholder={isSet ? 'The new one; empty keeps the old one' : placeholder}
          value={value.value}
          onChange={(event) => onChange({ act: 'replace', value: event.target.value })}
        />
      </Field>
    );
  const what = label.toLowerCase();
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">{label}</legend>
      <div className="flex min-h-9 flex-wrap items-center gap-2 rounded-lg border border-line bg-sunken/60 py-0.5 pr-1 pl-3 text-sm">
        <span className="mr-auto flex items-center gap-2 text-muted">
          {value.act === 'keep' && <CircleCheck className="size-4 text-success-text" aria-hidden />}
          {value.act === 'keep' ? 'Set' : 'Removed when you save'}
        </span>
        {value.act === 'keep' ? (
          <>
            <Button
              size="sm"
              variant="ghost"
              aria-label={`Replace the ${what}`}
              onClick={() => onChange({ act: 'replace', value: '' })}
            >
              Replace
            </Button>
            <Button
              size="sm"
              variant="danger-ghost"
              aria-label={`Remove the ${what}`}
              onClick={() => onChange({ act: 'remove' })}
            >
              Remove
            </Button>
          </>
        ) : (
          <Button
            size="sm"
            variant="ghost"
            aria-label={`Keep the ${what}`}
            onClick={() => onChange({ act: 'keep' })}
          >
            Keep it
          </Button>
        )}
      </div>
      {error && (
        <p role="alert" className="flex items-start gap-1.5 text-small text-danger-text">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          <span className="inline-block first-letter:uppercase">{error}</span>
        </p>
      )}
      {hint && <p className="text-small text-muted">{hint}</p>}
    </fieldset>
  );
}
