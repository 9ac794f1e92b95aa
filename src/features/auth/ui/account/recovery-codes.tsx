'use client';
import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { CopyField } from '@/ui/copy-field.tsx';
import { Checkbox } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';

/** Recovery codes, this once: one closes only after saying that they are kept. */
export function RecoveryCodes({
  codes,
  hurried,
  onDone,
}: {
  codes: readonly string[];
  /** Somebody tried to close the window before. */
  hurried: boolean;
  onDone(): void;
}) {
  const id = useId();
  const [kept, setKept] = useState(false);
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`NexusFlow recovery codes. Each works once.\n\n${codes.join('\n')}\n`)}`;
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="warning" title="Keep these codes now">
        They are shown this once. With one of them you get in when your phone is lost; each works once.
      </Notice>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1.5 rounded-lg border border-line bg-sunken px-4 py-3 font-mono text-small sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="whitespace-nowrap">
            {code}
          </li>
        ))}
      </ul>
      <CopyField label="All recovery codes" value={codes.join(' ')} />
      <Button asChild variant="secondary" className="self-start">
        <a href={file} download="nexusflow-recovery-codes.txt">
          <Download aria-hidden />
          Save as a file
        </a>
      </Button>
      <label htmlFor={id} className="flex items-center gap-2.5 text-sm">
        <Checkbox id={id} checked={kept} onChange={(event) => setKept(event.target.checked)} />
        <span>I have kept them in a safe place</span>
      </label>
      {hurried && !kept && (
        <Notice tone="danger">Say first that you have kept them: they cannot be shown again.</Notice>
      )}
      <Button className="self-end" disabled={!kept} onClick={onDone}>
        Done
      </Button>
    </div>
  );
}
