'use client';
import { type ReactNode, useContext, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { LeaveGuard } from '@/ui/leave-guard.tsx';
import { Notice } from '@/ui/states.tsx';
import { fieldErrorsOf, messageOf } from '@/ui/trpc.tsx';
import { createAudienceInput } from '../audiences.schema.ts';
import { describeRules } from '../rules/describe.ts';
import type { RuleGroup } from '../rules.schema.ts';
import { AudienceExplanation } from './audience-explanation.tsx';
import { AudiencePreview } from './audience-preview.tsx';
import { AudienceTree } from './builder/audience-tree.tsx';
import { checkTree, readable } from './builder/check-tree.ts';
import { ChoicesProvider } from './builder/choices.tsx';
import { ChoicesContext } from './builder/tree-context.ts';
import { useBuilder } from './builder/use-builder.ts';
import { AudienceInsights } from './insights/audience-insights.tsx';
import { RuleSentence } from './rule-sentence.tsx';
import { WordsBox } from './words/words-box.tsx';

export interface AudienceValues {
  name: string;
  description: string;
  rules: RuleGroup;
}

interface FormProps {
  initial: AudienceValues;
  submitLabel: string;
  pending: boolean;
  error: unknown;
  /** What else is known of a saved audience. */
  more?: ReactNode;
  onSubmit(values: AudienceValues): void;
  onSaveAsNew?: (values: AudienceValues) => void;
}

/** Everything an audience has: words or clicks make the rule, and who it selects stands beside it. */
export function AudienceForm(props: FormProps) {
  return (
    <ChoicesProvider>
      <Form {...props} />
    </ChoicesProvider>
  );
}

function Form({ initial, submitLabel, pending, error, more, onSubmit, onSaveAsNew }: FormProps) {
  const [name, setName] = useState(initial.name);
  const [description, setDescription] = useState(initial.description);
  const builder = useBuilder(initial.rules);
  const [submitted, setSubmitted] = useState(false);
  // Checking and wording a long rule may lag behind the typing.
  const settled = useDeferredValue(builder.tree);
  const { rules, problems } = useMemo(() => checkTree(settled), [settled]);
  const form = useRef<HTMLFormElement>(null);
  const { currency, snapshots } = useContext(ChoicesContext);
  const sentence = useMemo(
    () => describeRules(rules ?? readable(settled), { currency, snapshots }),
    [rules, settled, currency, snapshots],
  );
  const dirty =
    name.trim() !== initial.name ||
    description.trim() !== initial.description ||
    JSON.stringify(rules) !== JSON.stringify(initial.rules);

  // Once saved, what is begun next is marked when it is left, as before. The steps to undo stay.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the rules that are other ones after a save
  useEffect(() => setSubmitted(false), [initial.rules]);

  const nameCheck = createAudienceInput.shape.name.safeParse(name);
  const nameError =
    fieldErrorsOf(error).find((e) => e.path === 'name')?.message ??
    (submitted && !nameCheck.success ? nameCheck.error.issues[0]?.message : undefined);
  const submit = (save: (values: AudienceValues) => void) => {
    setSubmitted(true);
    const checked = checkTree(builder.actions.current());
    if (checked.rules && nameCheck.success) save({ name, description, rules: checked.rules });
    // The marks are there once this has been drawn.
    else requestAnimationFrame(() => focusFirstProblem(form.current));
  };
  return (
    <form
      ref={form}
      noValidate
      // What takes the focus is not left under the bar at the foot.
      className="[&_:is(input,select,button)]:scroll-mt-40 [&_:is(input,select,button)]:scroll-mb-24"
      onSubmit={(event) => {
        event.preventDefault();
        submit(onSubmit);
      }}
      // Enter in a condition's box is no wish to save.
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
    >
      <LeaveGuard active={dirty && !pending} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Card>
            <CardBody className="grid grid-cols-1 gap-4 pt-5 sm:grid-cols-2">
              <Field label="Audience name" error={nameError}>
                <Input
                  autoComplete="off"
                  placeholder="Loyal customers in France"
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              </Field>
              <Field label="Description" optional>
                <Input
                  autoComplete="off"
                  maxLength={2_000}
                  value={description}
                  onChange={(event) => setDescription(event.target.value)}
                />
              </Field>
            </CardBody>
          </Card>
          <WordsBox builder={builder} />
          <Card>
            <CardHeader title="Who is in it" className="pb-0" />
            <RuleSentence text={sentence} />
            <CardBody className="pt-3 max-sm:px-2">
              <AudienceTree builder={builder} problems={problems} strict={submitted} />
              {problems.has('') && (
                <Notice tone="warning" className="mt-3">
                  {problems.get('')?.message}
                </Notice>
              )}
            </CardBody>
          </Card>
          <AudienceInsights rules={rules} />
          <AudienceExplanation rules={rules} />
          {more}
        </div>
        <div className="lg:sticky lg:top-6">
          <AudiencePreview rules={rules} />
        </div>
      </div>
      {error != null && (
        <Notice tone="danger" className="mt-6">
          {messageOf(error)}
        </Notice>
      )}
      {/* On the left: toasts come up on the right. */}
      <div className="-mx-4 sm:-mx-8 sticky bottom-0 z-20 mt-6 flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-t bg-background px-4 py-3 sm:px-8">
        <Button type="submit" pending={pending}>
          {submitLabel}
        </Button>
        {onSaveAsNew && (
          <Button variant="secondary" disabled={pending} onClick={() => submit(onSaveAsNew)}>
            Save as new
          </Button>
        )}
        <p
          role="status"
          className={cn('text-small', submitted && !rules ? 'text-danger-text' : 'text-muted')}
        >
          {problems.size > 0
            ? `${plural(problems.size, 'condition')} to complete or take out`
            : dirty && 'Unsaved changes'}
        </p>
      </div>
    </form>
  );
}

function focusFirstProblem(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
