'use client';
import { Plus, Trash2 } from 'lucide-react';
import { useContext } from 'react';
import {
  type ActionProps,
  type CombinatorSelectorProps,
  type FieldSelectorProps,
  type NotToggleProps,
  type OperatorSelectorProps,
  toOptions,
} from 'react-querybuilder';
import { cn } from '@/lib/cn.ts';
import { Button } from '@/ui/button.tsx';
import { Checkbox, Select } from '@/ui/input.tsx';
import { operatorLabel } from '../../rules/describe.ts';
import type { Operator } from '../../rules/fields.ts';
import { focusAdder } from './boxes.tsx';
import { builderFieldType, ORDER_COUNT_FIELD } from './builder-rules.ts';
import { TreeContext } from './tree-context.ts';

/** react-querybuilder's controls in our own dress. */

export const CombinatorControl = ({ value, handleOnChange, disabled }: CombinatorSelectorProps) => (
  <Select
    aria-label="How the conditions are joined"
    className="w-44"
    value={String(value)}
    disabled={disabled}
    onChange={(event) => handleOnChange(event.target.value)}
  >
    <option value="and">All of these hold</option>
    <option value="or">Any of these holds</option>
  </Select>
);

export const NotControl = ({ checked = false, handleOnChange, disabled }: NotToggleProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox inside is its control
  <label
    className={cn(
      'inline-flex h-9 cursor-pointer items-center gap-2 rounded-lg px-2.5 text-sm',
      checked ? 'bg-warning-soft font-medium text-warning-text' : 'text-muted hover:bg-sunken',
    )}
  >
    <Checkbox
      checked={checked}
      disabled={disabled}
      onChange={(event) => handleOnChange(event.target.checked)}
    />
    Not
  </label>
);

export function AddRuleControl({ handleOnClick, disabled }: ActionProps) {
  const { adding } = useContext(TreeContext);
  return (
    <Button
      variant="secondary"
      size="sm"
      disabled={disabled}
      data-adder
      onClick={(event) => {
        adding.current = true;
        handleOnClick(event);
      }}
    >
      <Plus aria-hidden />
      Condition
    </Button>
  );
}

export function AddGroupControl({ handleOnClick, disabled }: ActionProps) {
  const { adding } = useContext(TreeContext);
  return (
    <Button
      variant="ghost"
      size="sm"
      disabled={disabled}
      onClick={(event) => {
        adding.current = true;
        handleOnClick(event);
      }}
    >
      <Plus aria-hidden />
      Group
    </Button>
  );
}

const RemoveControl = ({
  of,
  handleOnClick,
  disabled,
  className,
}: ActionProps & { of: 'condition' | 'group' }) => (
  <Button
    variant="ghost"
    size="icon-sm"
    aria-label={`Remove this ${of}`}
    title={`Remove this ${of}`}
    disabled={disabled}
    className={className}
    onClick={(event) => {
      focusAdder(event.currentTarget, of);
      handleOnClick(event);
    }}
  >
    <Trash2 aria-hidden />
  </Button>
);
export const RemoveRuleControl = (props: ActionProps) => (
  <RemoveControl {...props} of="condition" className="absolute top-2.5 right-2" />
);
export const RemoveGroupControl = (props: ActionProps) => (
  <RemoveControl {...props} of="group" className="ml-auto" />
);

export const FieldControl = ({ options, value, handleOnChange, disabled }: FieldSelectorProps) => (
  <Select
    aria-label="Field"
    className="min-w-[min(9rem,100%)] max-w-44 flex-1"
    value={value ?? ''}
    disabled={disabled}
    onChange={(event) => handleOnChange(event.target.value)}
  >
    {toOptions(options)}
  </Select>
);

/** An order count has no operator: its sentence says it all. */
export const OperatorControl = ({
  field,
  options,
  value,
  handleOnChange,
  disabled,
}: OperatorSelectorProps) =>
  field === ORDER_COUNT_FIELD ? null : (
    <Select
      aria-label="Operator"
      className="min-w-[min(10rem,100%)] max-w-44 flex-1"
      value={value ?? ''}
      disabled={disabled}
      onChange={(event) => handleOnChange(event.target.value)}
    >
      {options.map((option) =>
        'options' in option ? null : (
          <option key={option.name} value={option.name}>
            {operatorLabel(option.name as Operator, builderFieldType(field))}
          </option>
        ),
      )}
    </Select>
  );
