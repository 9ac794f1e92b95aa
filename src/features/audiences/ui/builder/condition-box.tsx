'use client';
import { memo, useContext, useRef } from 'react';
import type { RuleProps } from 'react-querybuilder';
import { cn } from '@/lib/cn.ts';
import { Select } from '@/ui/input.tsx';
import { operatorLabel } from '../../rules/describe.ts';
import type { Operator } from '../../rules/fields.ts';
import {
  ATTRIBUTE_PREFIX,
  attributeType,
  type BuilderRule,
  builderFieldType,
  builderOperators,
  defaultOperator,
  defaultValue,
  type FieldOptions,
  ORDER_COUNT_FIELD,
  ORDER_SUM_FIELD,
  orderFields,
  reshaped,
} from './builder-rules.ts';
import { ConditionValue } from './condition-value.tsx';
import { DropLine, useDrag } from './drag.tsx';
import { Handle, ItemMenu, RemoveButton } from './item-controls.tsx';
import { Marked } from './marked.tsx';
import { useStore } from './store.ts';
import { ChoicesContext, nameOf, partContext, useTree } from './tree-context.ts';

/** One condition, named by its place for those who do not see it. */
export const ConditionBox = memo(
  function ConditionBox({ rule: given, path, context }: RuleProps) {
    const rule = given as BuilderRule;
    const { prefix } = partContext(context);
    const { selection } = useTree();
    const id = rule.id ?? '';
    const name = nameOf('condition', prefix, path);
    const place = prefix + path.join('-');
    const box = useRef<HTMLFieldSetElement>(null);
    const handle = useRef<HTMLButtonElement>(null);
    const selected = useStore(selection, (ids) => ids.has(id));
    const { dragging, edge } = useDrag({
      box,
      handle,
      id,
      kind: prefix === '' ? 'customer' : 'order',
      isGroup: false,
    });
    return (
      <fieldset
        ref={box}
        aria-label={name}
        data-item={id}
        className={cn(
          'relative min-w-0 rounded-lg border border-line bg-surface py-2 pr-1.5 pl-1',
          selected && 'ring-2 ring-accent',
          dragging && 'opacity-50',
        )}
      >
        <DropLine edge={edge} />
        <div className="flex items-start gap-1">
          <Handle ref={handle} id={id} name={name} />
          <ConditionFields rule={rule} place={place} inOrders={prefix !== ''} />
          <span className="flex shrink-0">
            <ItemMenu id={id} name={name} isGroup={false} />
            <RemoveButton id={id} what="condition" />
          </span>
        </div>
      </fieldset>
    );
  },
  (before, after) =>
    before.rule === after.rule &&
    before.schema === after.schema &&
    before.context === after.context &&
    before.path.join() === after.path.join(),
);

/** What a condition asks: field, comparison and value, with what is wrong about them. */
export const ConditionFields = ({
  rule,
  place,
  inOrders,
}: {
  rule: BuilderRule;
  place: string;
  inOrders: boolean;
}) => (
  <Marked place={place} className="min-w-0 flex-1">
    <div className="flex min-w-0 flex-wrap items-start gap-2">
      <FieldSelect rule={rule} inOrders={inOrders} />
      <OperatorSelect rule={rule} />
      <ConditionValue rule={rule} place={place} />
    </div>
  </Marked>
);

function FieldSelect({ rule, inOrders }: { rule: BuilderRule; inOrders: boolean }) {
  const { actions } = useTree();
  const { fields, attributes } = useContext(ChoicesContext);
  const groups: FieldOptions[] = inOrders ? orderFields : fields;
  const known = groups.some(({ options }) => options.some(({ name }) => name === rule.field));
  return (
    <Select
      aria-label="Field"
      data-part="field"
      className="min-w-[min(10.5rem,100%)] max-w-44 flex-1"
      value={rule.field}
      onChange={({ target: { value: field } }) =>
        actions.patch(rule.id ?? '', {
          field,
          operator: defaultOperator(field, attributes),
          value: defaultValue(field, attributes),
        })
      }
    >
      {groups.map(({ label, options }) => (
        <optgroup key={label} label={label}>
          {options.map((option) => (
            <option key={option.name} value={option.name}>
              {option.label}
            </option>
          ))}
        </optgroup>
      ))}
      {!known && (
        // An attribute nobody has (any more), or a field of another kind.
        <option value={rule.field}>{rule.field.replace(ATTRIBUTE_PREFIX, '')}</option>
      )}
    </Select>
  );
}

/** Conditions over orders have their comparison inside their sentence. */
function OperatorSelect({ rule: { id = '', field, operator, value } }: { rule: BuilderRule }) {
  const { actions } = useTree();
  const { attributes } = useContext(ChoicesContext);
  if (field === ORDER_COUNT_FIELD || field === ORDER_SUM_FIELD) return null;
  const offered = builderOperators(field, attributes);
  const operators = offered.includes(operator as Operator) ? offered : [...offered, operator as Operator];
  return (
    <Select
      aria-label="Operator"
      data-part="operator"
      className="min-w-[min(9rem,100%)] max-w-40 flex-1"
      value={operator}
      onChange={({ target: { value: chosen } }) =>
        actions.patch(id, { operator: chosen, value: reshaped(field, chosen, value) })
      }
    >
      {operators.map((one) => (
        <option key={one} value={one}>
          {operatorLabel(one, attributeType(field, attributes) === 'date' ? 'day' : builderFieldType(field))}
        </option>
      ))}
    </Select>
  );
}
