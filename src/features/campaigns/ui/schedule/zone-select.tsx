'use client';
import { type ComponentProps, useEffect, useState } from 'react';
import { timeZoneNames } from '@/lib/time-zone.ts';
import { Select } from '@/ui/input.tsx';

/** The zone the browser is in. */
export const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A choice of time zones. `chosen` is offered even when the browser's list has another name for it. */
export function ZoneSelect({ chosen, ...props }: ComponentProps<'select'> & { chosen: string }) {
  // Only once in the browser: the server may know other names.
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => setNames(timeZoneNames()), []);
  const options = names.includes(chosen) || names.length === 0 ? names : [chosen, ...names];
  return (
    // The key makes the browser choose again once the options are there.
    <Select key={names.length} {...props}>
      {options.map((name) => (
        <option key={name} value={name}>
          {name.replaceAll('_', ' ')}
        </option>
      ))}
    </Select>
  );
}
