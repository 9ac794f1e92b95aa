'use client';
import { useContext, useEffect, useRef } from 'react';
import { Rule, RuleGroup, type RuleGroupProps, type RuleProps } from 'react-querybuilder';
import { nameOf, TreeContext } from './tree-context.ts';

/** Conditions and groups as react-querybuilder draws them, named by their place for those who do not see it. */

export function ConditionBox(props: RuleProps) {
  const { adding } = useContext(TreeContext);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (!adding.current) return;
    adding.current = false;
    box.current?.querySelector('select')?.focus();
  }, [adding]);
  return (
    <fieldset ref={box} className="min-w-0" aria-label={nameOf('condition', prefixOf(props), props.path)}>
      <Rule {...props} />
    </fieldset>
  );
}

export const GroupBox = (props: RuleGroupProps) => (
  <fieldset className="min-w-0" data-group aria-label={nameOf('group', prefixOf(props), props.path)}>
    <RuleGroup {...props} />
    {props.path.length > 0 && props.ruleGroup.rules.length === 0 && (
      <p className="mt-1.5 px-1 text-[13px] text-warning-text">
        {props.ruleGroup.not ? 'Nobody fits this empty group' : 'Everyone fits this empty group'}: add a
        condition or remove it.
      </p>
    )}
  </fieldset>
);

const prefixOf = ({ context }: { context?: { prefix?: string } }): string => context?.prefix ?? '';

/** Where the focus goes when something is taken away: to the button that adds to the group around it. */
export function focusAdder(removed: Element, of: 'condition' | 'group'): void {
  const own = removed.closest('fieldset[data-group]');
  const around = of === 'condition' ? own : own?.parentElement?.closest('fieldset[data-group]');
  around?.querySelector<HTMLElement>('[data-adder]')?.focus();
}
