'use client';
import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { Button } from '@/ui/button.tsx';
import { Checkbox } from '@/ui/input.tsx';
import { Popover } from '@/ui/popover.tsx';
import { type ColumnLayout, customerColumns, DEFAULT_LAYOUT } from '../../customer-view.schema.ts';
import { columns } from './columns.tsx';

/** Which columns there are, and in which order. The first one is who it is, and stays. */
export function ColumnMenu({
  layout,
  onLayout,
}: {
  layout: ColumnLayout;
  onLayout(layout: ColumnLayout): void;
}) {
  const hidden = customerColumns.filter((id) => !layout.some((column) => column.id === id));
  const move = (from: number, to: number) => {
    const next = [...layout];
    const [column] = next.splice(from, 1);
    if (column) onLayout(next.toSpliced(to, 0, column));
  };
  return (
    <Popover
      label="Columns"
      align="end"
      trigger={
        <Button variant="secondary" size="sm">
          <Columns3 aria-hidden />
          Columns
        </Button>
      }
    >
      <ul className="flex flex-col">
        {layout.map(({ id }, i) => (
          <li key={id} className="flex items-center gap-1">
            <Choice
              id={id}
              checked
              disabled={i === 0}
              onChange={() => onLayout(layout.filter((c) => c.id !== id))}
            />
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={`Move ${columns[id].label} to the left`}
              disabled={i < 2}
              onClick={() => move(i, i - 1)}
            >
              <ArrowUp aria-hidden />
            </Button>
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={`Move ${columns[id].label} to the right`}
              disabled={i === 0 || i === layout.length - 1}
              onClick={() => move(i, i + 1)}
            >
              <ArrowDown aria-hidden />
            </Button>
          </li>
        ))}
        {hidden.map((id) => (
          <li key={id} className="flex items-center">
            <Choice id={id} checked={false} onChange={() => onLayout([...layout, { id }])} />
          </li>
        ))}
      </ul>
      <Button variant="ghost" size="sm" className="mt-2 w-full" onClick={() => onLayout(DEFAULT_LAYOUT)}>
        As it was at first
      </Button>
    </Popover>
  );
}

const Choice = ({
  id,
  ...box
}: {
  id: (typeof customerColumns)[number];
  checked: boolean;
  disabled?: boolean;
  onChange(): void;
}) => (
  <label className="flex min-h-8 grow cursor-pointer items-center gap-2.5 rounded-lg px-2 text-sm hover:bg-sunken">
    <Checkbox {...box} />
    {columns[id].label}
  </label>
);
