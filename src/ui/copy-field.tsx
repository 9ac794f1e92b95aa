'use client';
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Input } from './input.tsx';

/** A text to take away: shown whole, with a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<'ready' | 'copied' | 'by-hand'>('ready');
  const copy = async () => {
    input.current?.select();
    // Browsers lend the clipboard to pages on https and localhost alone.
    const copied = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    );
    setState(copied ? 'copied' : 'by-hand');
  };
  return (
    <div>
      <div className="flex gap-2">
        <Input
          ref={input}
          readOnly
          aria-label={label}
          value={value}
          className="font-mono text-small"
          onFocus={(event) => event.target.select()}
        />
        <Button variant="secondary" onClick={() => void copy()}>
          {state === 'copied' ? <Check className="text-success-text" aria-hidden /> : <Copy aria-hidden />}
          {state === 'copied' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p role="status" className="mt-1.5 text-small text-muted empty:hidden">
        {state === 'by-hand' && 'The browser did not allow copying. It is selected: press Ctrl+C or ⌘C.'}
        {state === 'copied' && <span className="sr-only">Copied</span>}
      </p>
    </div>
  );
}
