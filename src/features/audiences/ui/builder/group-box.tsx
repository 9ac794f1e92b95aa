'use client';
import { ClipboardPaste, Plus } from 'lucide-react';
import { memo, useRef } from 'react';
import { RuleGroup, type RuleGroupProps } from 'react-querybuilder';
import { cn } from '@/lib/cn.ts';
import { Button } from '@/ui/button.tsx';
import { Select } from '@/ui/input.tsx';
import type { BuilderGroup } from './builder-rules.ts';
import { DropLine, useDrag } from './drag.tsx';
import { Handle, ItemMenu, pasteAt, RemoveButton } from './item-controls.tsx';
import { useStore } from './store.ts';
import { nameOf, partContext, useTree } from './tree-context.ts';

/** How a group joins what is in it, in one choice. */
const JOINS = [
  { name: 'all', combinator: 'and', not: false, label: 'All of these' },
  { name: 'any', combinator: 'or', not: false, label: 'Any of these' },
  { name: 'notAll', combinator: 'and', not: true, label: 'Not all of these' },
  { name: 'none', combinator: 'or', not: true, label: 'None of these' },
] as const;

/** A group as react-querybuilder draws it, in our frame: how it joins, what is in it, and what can be added. */
export const GroupBox = memo(
  function GroupBox(props: RuleGroupProps) {
    const { path, context } = props;
    const group = props.ruleGroup as BuilderGroup;
    const { prefix, firstField } = partContext(context);
    const { actions, selection } = useTree();
    const id = group.id ?? '';
    const outermost = path.length === 0;
    const name = nameOf('group', prefix, path);
    const box = useRef<HTMLFieldSetElement>(null);
    const handle = useRef<HTMLButtonElement>(null);
    const selected = useStore(selection, (ids) => ids.has(id));
    const { dragging, edge } = useDrag({
      box,
      handle: outermost ? null : handle,
      id,
      kind: prefix === '' ? 'customer' : 'order',
      isGroup: true,
    });
    return (
      <fieldset
        ref={box}
        aria-label={name}
        data-group={id}
        {...(outermost ? {} : { 'data-item': id })}
        className={cn(
          'relative min-w-0 rounded-xl border border-line bg-sunken/40 p-2 sm:p-3',
          // Narrow screens have no room for frames in frames.
          !outermost &&
            'max-sm:rounded-l-none max-sm:border-y-0 max-sm:border-r-0 max-sm:border-l-2 max-sm:p-0 max-sm:pl-2',
          group.not && 'border-warning/60',
          selected && 'ring-2 ring-accent',
          (edge === 'first' || edge === 'last') && 'border-accent bg-accent-soft/50',
          dragging && 'opacity-50',
        )}
      >
        <DropLine edge={edge} />
        <div className="mb-2 flex flex-wrap items-center gap-1.5 sm:gap-2">
          {!outermost && <Handle ref={handle} id={id} name={name} />}
          <JoinSelect group={group} />
          {!outermost && (
            <span className="ml-auto flex">
              <ItemMenu id={id} name={name} isGroup />
              <RemoveButton id={id} what="group" />
            </span>
          )}
        </div>
        <RuleGroup {...props} />
        {!outermost && group.rules.length === 0 && (
          <p className="px-1 text-small text-warning-text">
            {group.not ? 'Nobody fits this empty group' : 'Everyone fits this empty group'}: add a condition
            or remove it.
          </p>
        )}
        <div className={cn('flex flex-wrap items-center gap-1.5', group.rules.length > 0 && 'mt-2')}>
          <Button
            variant="secondary"
            size="sm"
            data-adder
            onClick={() => actions.add(id, 'condition', firstField)}
          >
            <Plus aria-hidden />
            Condition
          </Button>
          <Button variant="ghost" size="sm" onClick={() => actions.add(id, 'group', firstField)}>
            <Plus aria-hidden />
            Group
          </Button>
          {outermost && (
            <Button variant="ghost" size="sm" onClick={() => void pasteAt(id, actions)}>
              <ClipboardPaste aria-hidden />
              Paste
            </Button>
          )}
        </div>
      </fieldset>
    );
  },
  (before, after) =>
    before.ruleGroup === after.ruleGroup &&
    before.schema === after.schema &&
    before.context === after.context &&
    before.path.join() === after.path.join(),
);

function JoinSelect({ group }: { group: BuilderGroup }) {
  const { actions } = useTree();
  const join = JOINS.find((one) => one.combinator === group.combinator && one.not === (group.not ?? false));
  return (
    <Select
      aria-label="How the conditions are joined"
      className={cn(
        'w-40 font-medium',
        group.not && '[&>select]:bg-warning-soft [&>select]:text-warning-text',
      )}
      value={join?.name}
      onChange={(event) => {
        const chosen = JOINS.find((one) => one.name === event.target.value);
        if (chosen) actions.join(group.id ?? '', { combinator: chosen.combinator, not: chosen.not });
      }}
    >
      {JOINS.map(({ name, label }) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </Select>
  );
}
