'use client';
import { useRef } from 'react';
import { Field } from '@/ui/field.tsx';
import type { Channel } from '../../campaigns.schema.ts';
import type { TemplateProblem } from './editor/check-template.ts';
import { ProblemList } from './editor/problem-list.tsx';
import { TemplateField, type TemplateFieldHandle } from './editor/template-field.tsx';
import { useTemplateCheck, useTemplateVariables } from './editor/use-template-check.ts';
import type { DraftText } from './shares.ts';

/** What a template may speak of, as it is offered to click. */
const offered = [
  { label: 'Name', text: '{{ customer.name }}' },
  { label: 'Name or “there”', text: '{{ customer.name | default: "there" }}' },
  { label: 'City', text: '{{ customer.city }}' },
  { label: 'Total spend', text: '{{ customer.totalSpend | money }}' },
  { label: 'Number of orders', text: '{{ customer.orderCount }}' },
  { label: 'Last order', text: '{{ customer.lastOrderAt | date: "%-d %B %Y" }}' },
  { label: 'Shop', text: '{{ workspace.name }}' },
  { label: 'Unsubscribe link', text: '{{ unsubscribe_url }}' },
];

/** Subject and text of one variant, with variables to click in and what is wrong said below. */
export function TextFields({
  text,
  channel,
  errors,
  onChange,
}: {
  text: DraftText;
  channel: Channel;
  errors: { subject: string | undefined; body: string | undefined };
  onChange(change: Partial<DraftText>): void;
}) {
  const subject = useRef<TemplateFieldHandle>(null);
  const body = useRef<TemplateFieldHandle>(null);
  const variables = useTemplateVariables();
  const subjectProblems = useTemplateCheck(text.subject, variables);
  const bodyProblems = useTemplateCheck(text.body, variables);
  const mended = (before: string, { from, to }: TemplateProblem, instead: string) =>
    before.slice(0, from) + instead + before.slice(to);
  return (
    <>
      {channel === 'EMAIL' && (
        <>
          <Field label="Subject" error={errors.subject}>
            <TemplateField
              value={text.subject}
              onChange={(value) => onChange({ subject: value })}
              variables={variables}
              problems={subjectProblems}
              handle={subject}
            />
          </Field>
          <ProblemList
            label="What is wrong with the subject"
            problems={subjectProblems}
            onShow={({ from, to }) => subject.current?.select(from, to)}
            onMend={(problem, instead) => onChange({ subject: mended(text.subject, problem, instead) })}
          />
        </>
      )}
      <Field
        label="Text"
        error={errors.body}
        hint="A variable without a value skips that customer, so nobody gets a blank. Give a default to reach them too."
      >
        <TemplateField
          rows={12}
          multiline
          value={text.body}
          onChange={(value) => onChange({ body: value })}
          variables={variables}
          problems={bodyProblems}
          handle={body}
        />
      </Field>
      <ProblemList
        label="What is wrong with the text"
        problems={bodyProblems}
        onShow={({ from, to }) => body.current?.select(from, to)}
        onMend={(problem, instead) => onChange({ body: mended(text.body, problem, instead) })}
      />
      <fieldset>
        <legend className="mb-1.5 text-muted text-small">Insert at the cursor</legend>
        <div className="flex flex-wrap gap-1.5">
          {offered.map((variable) => (
            <button
              key={variable.label}
              type="button"
              title={variable.text}
              onClick={() => body.current?.insert(variable.text)}
              className="rounded-full border border-line bg-surface px-2.5 py-1 text-xs transition-colors hover:bg-sunken"
            >
              {variable.label}
            </button>
          ))}
        </div>
      </fieldset>
    </>
  );
}
