'use client';
import { Command } from 'cmdk';
import type { LucideIcon } from 'lucide-react';
import { CampaignStatusBadge } from '@/ui/campaign-status.tsx';
import { Kbd } from '@/ui/kbd.tsx';
import type { RouterOutputs } from '@/ui/trpc.tsx';
import type { Findable } from './matching.ts';

/** A line of the palette: something to go to or to do. */
export interface Line extends Findable {
  /** Different for each line. */
  id: string;
  icon: LucideIcon;
  hint?: string;
  /** The shortcut that does the same. */
  keys?: string;
  /** Of a campaign. */
  status?: RouterOutputs['campaigns']['get']['status'];
  run(): void;
}

export const PaletteLine = ({ line: { id, icon: Icon, label, hint, keys, status, run } }: { line: Line }) => (
  <Command.Item
    value={id}
    onSelect={run}
    className="flex min-h-9 cursor-pointer select-none items-center gap-3 rounded-lg px-3 py-1.5 text-sm data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-text"
  >
    <Icon className="size-4 shrink-0 opacity-70" aria-hidden />
    <span className="min-w-0 shrink truncate">{label}</span>
    {hint && <span className="min-w-0 flex-1 truncate text-muted text-small">{hint}</span>}
    {status && <CampaignStatusBadge status={status} />}
    {keys && <Kbd keys={keys} className="ml-auto hidden sm:inline-flex" />}
  </Command.Item>
);

/** Lines under a heading; nothing where there are none. */
export const PaletteGroup = ({ label, lines }: { label: string; lines: readonly Line[] }) =>
  lines.length === 0 ? null : (
    <Command.Group
      heading={label}
      className="pb-1 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-caption [&_[cmdk-group-heading]]:text-muted"
    >
      {lines.map((line) => (
        <PaletteLine key={line.id} line={line} />
      ))}
    </Command.Group>
  );
