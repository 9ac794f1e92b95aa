'use client';
import { useEffect, useState } from 'react';
import { trpc } from '@/ui/trpc.tsx';
import { templateVariables } from '../../../template.schema.ts';
import type { TemplateProblem } from './check-template.ts';

const WAIT_MS = 400;

/** Every variable of this workspace's customers: the common ones, and attributes by their names. */
export function useTemplateVariables(): readonly string[] {
  const known = trpc.customers.knownValues.useQuery(undefined, { staleTime: 60_000 });
  const attributes = known.data?.attributes.map(({ key }) => `customer.attributes.${key}`) ?? [];
  return [...templateVariables.toSorted((a, b) => rank(a) - rank(b)), ...attributes];
}

/** What one writes most comes first. */
const OFTEN = ['customer.name', 'workspace.name', 'unsubscribe_url', 'customer.city', 'customer.totalSpend'];
const rank = (name: string): number => (OFTEN.includes(name) ? OFTEN.indexOf(name) : OFTEN.length);

/** What is wrong with a template, looked at when one has stopped typing. What reads Liquid is fetched when first needed. */
export function useTemplateCheck(text: string, variables: readonly string[]): readonly TemplateProblem[] {
  const [problems, setProblems] = useState<readonly TemplateProblem[]>([]);
  const names = variables.join('\n');
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      if (!text.includes('{')) return setProblems([]);
      const { checkTemplate } = await import('./check-template.ts');
      if (current) setProblems(checkTemplate(text, names.split('\n')));
    }, WAIT_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, names]);
  return problems;
}
