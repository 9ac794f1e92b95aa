'use client';
import { useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { Button } from '@/ui/button.tsx';

/** Longer sentences are folded to three lines. */
const LONG = 260;

/** The whole rule in plain English. It stays in sight while one scrolls through a long rule. */
export function RuleSentence({ text }: { text: string }) {
  const [unfolded, setUnfolded] = useState(false);
  const long = text.length > LONG;
  return (
    <div className="sticky top-14 z-10 border-line border-b bg-surface px-5 py-3 lg:top-0">
      <p
        data-testid="rule-sentence"
        className={cn('wrap-anywhere text-sm', long && !unfolded && 'line-clamp-3')}
      >
        {text.charAt(0).toUpperCase() + text.slice(1)}
      </p>
      {long && (
        <Button
          variant="ghost"
          size="sm"
          className="-ml-2 mt-1 h-7 px-2"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? 'Show less' : 'Show all of it'}
        </Button>
      )}
    </div>
  );
}
