'use client';
import { Check, Copy } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/ui/button.tsx';

const SHOWN_MS = 2_000;

/** A block of code with a button that copies it. */
export function CodeBlock({ children }: { children: ReactNode }) {
  const code = useRef<HTMLPreElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const text = code.current?.textContent ?? '';
    // Browsers lend the clipboard to pages on https and localhost alone; elsewhere the text is selected to be copied by hand.
    const done = await navigator.clipboard?.writeText(text.replace(/\n$/, '')).then(
      () => true,
      () => false,
    );
    if (!done) {
      if (code.current) window.getSelection()?.selectAllChildren(code.current);
      return;
    }
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_MS);
  };
  return (
    <figure className="relative mt-5 overflow-hidden rounded-xl border border-line bg-surface">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard */}
      <div tabIndex={0} className="overflow-x-auto">
        <pre ref={code} className="w-max min-w-full p-4 pr-14 font-mono text-small leading-6">
          {children}
        </pre>
      </div>
      <Button
        variant="secondary"
        size="icon-sm"
        className="absolute top-2 right-2"
        aria-label={copied ? 'Copied' : 'Copy the code'}
        onClick={() => void copy()}
      >
        {copied ? <Check aria-hidden className="text-success-text" /> : <Copy aria-hidden />}
      </Button>
      <span role="status" className="sr-only">
        {copied ? 'Copied' : ''}
      </span>
    </figure>
  );
}
