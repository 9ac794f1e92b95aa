'use client';
import { useEffect, useMemo, useState } from 'react';
import { prepareRuleGroup, type RuleGroupType } from 'react-querybuilder';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { fieldErrorsOf, messageOf, trpc } from '@/ui/trpc.tsx';
import { createAudienceInput } from '../audiences.schema.ts';
import { describeRules } from '../rules/describe.ts';
import { type RuleGroup, rulesSchema } from '../rules.schema.ts';
import { AudiencePreview } from './audience-preview.tsx';
import { type BuilderGroup, customerFields, placeOf, toBuilder, toRules } from './builder/builder-rules.ts';
import { BuilderErrors } from './builder/errors-context.ts';
import { RuleTree } from './builder/rule-tree.tsx';
import { WordsBox } from './words-box.tsx';

export interface AudienceValues {
  name: string;
  description: string;
  rules: RuleGroup;
}

/** Ids let react-querybuilder tell rules apart while they move; the outermost is the same on server and page. */
const prepared = (rules: RuleGroup): BuilderGroup =>
  prepareRuleGroup({ ...toBuilder(rules), id: 'root' } as RuleGroupType);

/** The tree as rules, or what is wrong with it and where. */
function validate(tree: BuilderGroup): { rules: RuleGroup | null; errors: Map<string, string> } {
  const result = rulesSchema.safeParse(toRules(tree));
  if (result.success) return { rules: result.data, errors: new Map() };
  const errors = new Map<string, string>();
  for (const { path, message } of result.error.issues) {
    const place = placeOf(path);
    // Messages begin with the field's name for callers of the API; here it stands beside them.
    if (!errors.has(place)) errors.set(place, sentence(message.replace(/^[\w.]+: |; use “null”.*$/g, '')));
  }
  return { rules: null, errors };
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Everything an audience has: words or clicks make the rule, and who it selects stands beside it. */
export function AudienceForm({
  initial,
  submitLabel,
  pending,
  error,
  onSubmit,
}: {
  initial: AudienceValues;
  submitLabel: string;
  pending: boolean;
  error: unknown;
  onSubmit(values: AudienceValues): void;
}) {
  const [name, setName] = useState(initial.name);
  const [description, setDescription] = useState(initial.description);
  const [tree, setTree] = useState(() => prepared(initial.rules));
  const [submitted, setSubmitted] = useState(false);
  const { rules, errors } = useMemo(() => validate(tree), [tree]);
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
  const submit = () => {
    setSubmitted(true);
    if (rules && nameCheck.success) onSubmit({ name, description, rules });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
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
          <WordsBox onRules={(generated) => setTree(prepared(generated))} />
          <Card>
            <CardHeader
              title="Who is in it"
              description={
                <span data-testid="rule-sentence">
                  {rules
                    ? sentence(describeRules(rules))
                    : 'Some conditions are not complete yet; they are marked below.'}
                </span>
              }
            />
            <CardBody>
              <BuilderErrors value={errors}>
                <RuleTree fields={customerFields} group={tree} onChange={setTree} />
              </BuilderErrors>
              <datalist id="audience-countries">
                {countries.data?.map((country) => (
                  <option key={country} value={country} />
                ))}
              </datalist>
              {errors.has('') && (
                <Notice tone="warning" className="mt-3">
                  {errors.get('')}
                </Notice>
              )}
            </CardBody>
          </Card>
        </div>
        <div className="lg:sticky lg:top-6">
          <AudiencePreview rules={rules} />
        </div>
      </div>
      {submitted && !rules && (
        <Notice tone="danger" className="mt-6">
          Complete the conditions marked above, or take them out.
        </Notice>
      )}
      {error != null && (
        <Notice tone="danger" className="mt-6">
          {messageOf(error)}
        </Notice>
      )}
      <div className="mt-6 flex justify-end">
        <Button type="submit" pending={pending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
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
