'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { prepareRuleGroup, type RuleGroupType } from 'react-querybuilder';
import { cn } from '@/lib/cn.ts';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { fieldErrorsOf, messageOf, trpc } from '@/ui/trpc.tsx';
import { createAudienceInput } from '../audiences.schema.ts';
import { describeRules } from '../rules/describe.ts';
import type { RuleGroup } from '../rules.schema.ts';
import { AudienceExplanation } from './audience-explanation.tsx';
import { AudiencePreview } from './audience-preview.tsx';
import { AudienceTree } from './builder/audience-tree.tsx';
import { type BuilderGroup, toBuilder } from './builder/builder-rules.ts';
import { checkTree, readable } from './builder/check-tree.ts';
import { WordsBox } from './words-box.tsx';

export interface AudienceValues {
  name: string;
  description: string;
  rules: RuleGroup;
}

/** Ids let react-querybuilder tell rules apart while they move; the outermost is the same on server and page. */
const prepared = (rules: RuleGroup): BuilderGroup =>
  prepareRuleGroup({ ...toBuilder(rules), id: 'root' } as RuleGroupType);

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Everything an audience has: words or clicks make the rule, and who it selects stands beside it. */
export function AudienceForm({
  initial,
  submitLabel,
  pending,
  error,
  onSubmit,
  onSaveAsNew,
}: {
  initial: AudienceValues;
  submitLabel: string;
  pending: boolean;
  error: unknown;
  onSubmit(values: AudienceValues): void;
  onSaveAsNew?: (values: AudienceValues) => void;
}) {
  const [name, setName] = useState(initial.name);
  const [description, setDescription] = useState(initial.description);
  const [tree, setTree] = useState(() => prepared(initial.rules));
  const [submitted, setSubmitted] = useState(false);
  const { rules, problems } = useMemo(() => checkTree(tree), [tree]);
  const builder = useRef<HTMLDivElement>(null);
  const countries = trpc.customers.countries.useQuery(undefined, { staleTime: 300_000 });
  const dirty =
    name !== initial.name ||
    description !== initial.description ||
    JSON.stringify(rules) !== JSON.stringify(initial.rules);
  useLeaveGuard(dirty && !pending);

  const nameCheck = createAudienceInput.shape.name.safeParse(name);
  const nameError =
    fieldErrorsOf(error).find((e) => e.path === 'name')?.message ??
    (submitted && !nameCheck.success ? nameCheck.error.issues[0]?.message : undefined);
  const submit = (save: (values: AudienceValues) => void) => {
    setSubmitted(true);
    if (rules && nameCheck.success) save({ name, description, rules });
    // The marks are there once this has been drawn.
    else if (nameCheck.success) requestAnimationFrame(() => focusFirstProblem(builder.current));
  };
  return (
    <form
      noValidate
      // What takes the focus is not left under the bar at the foot.
      className="[&_:is(input,select,button)]:scroll-mb-24"
      onSubmit={(event) => {
        event.preventDefault();
        submit(onSubmit);
      }}
      // Enter in a condition's box is no wish to save.
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
      }}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Card>
            <CardBody className="grid gap-4 pt-5 sm:grid-cols-2">
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
          <WordsBox
            onRules={(generated) => {
              setTree(prepared(generated));
              return () => setTree(tree);
            }}
          />
          <Card>
            <CardHeader
              title="Who is in it"
              description={
                <span data-testid="rule-sentence">{sentence(describeRules(rules ?? readable(tree)))}</span>
              }
            />
            <CardBody className="max-sm:px-2" ref={builder}>
              <AudienceTree tree={tree} onChange={setTree} problems={problems} strict={submitted} />
              <datalist id="audience-countries">
                {countries.data?.map((country) => (
                  <option key={country} value={country} />
                ))}
              </datalist>
              {problems.has('') && (
                <Notice tone="warning" className="mt-3">
                  {problems.get('')?.message}
                </Notice>
              )}
            </CardBody>
          </Card>
          <AudienceExplanation rules={rules} />
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
      <div className="-mx-4 sm:-mx-8 sticky bottom-0 z-10 mt-6 flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-t bg-background px-4 py-3 sm:px-8">
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
          className={cn('text-[13px]', submitted && !rules ? 'text-danger-text' : 'text-muted')}
        >
          {problems.size > 0
            ? `${plural(problems.size, 'condition')} to complete or take out`
            : dirty && 'Unsaved changes'}
        </p>
      </div>
    </form>
  );
}

function focusFirstProblem(builder: HTMLElement | null): void {
  builder?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}

/** Asks before a page with unsaved changes is closed or reloaded. */
function useLeaveGuard(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [active]);
}
