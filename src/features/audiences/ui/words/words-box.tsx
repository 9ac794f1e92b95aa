'use client';
import { Sparkles } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice, Skeleton } from '@/ui/states.tsx';
import { messageOf, type RouterOutputs, trpc } from '@/ui/trpc.tsx';
import type { Builder } from '../builder/use-builder.ts';
import { WordsAnswer } from './words-answer.tsx';

export type ReadWords = RouterOutputs['ai']['generateSegmentRules'];

const EXAMPLES = [
  'customers from France who spent over £500 and have not ordered in 3 months',
  'VIPs or anyone with at least 5 orders in the last year',
  'one-time buyers, except those tagged staff',
];
const SHORTEST = 3;

/**
 * An audience in plain words. What becomes of them is shown and can be changed before it is used: the conditions, the
 * words none stands for, what was assumed, and how many fit.
 */
export function WordsBox({ builder }: { builder: Builder }) {
  const [prompt, setPrompt] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const [answer, setAnswer] = useState<{ prompt: string; read: ReadWords; number: number } | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const generate = trpc.ai.generateSegmentRules.useMutation({
    onSuccess: (read, asked) =>
      setAnswer((before) => ({ prompt: asked.prompt, read, number: (before?.number ?? 0) + 1 })),
  });
  const submit = () => {
    const words = prompt.trim();
    setTooShort(words.length < SHORTEST);
    if (words.length < SHORTEST) box.current?.focus();
    else if (!generate.isPending) generate.mutate({ prompt: words });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') submit();
  };
  return (
    <Card aria-label="Describe it in words">
      <CardHeader
        title="Describe it in words"
        description="You see what becomes of them before it is used."
      />
      <CardBody className="flex flex-col gap-3">
        <div className="flex flex-col gap-2 sm:flex-row">
          <Input
            ref={box}
            aria-label="Describe the audience in words"
            aria-invalid={tooShort || undefined}
            aria-describedby={tooShort ? 'words-too-short' : undefined}
            placeholder="Whom do you want to reach?"
            maxLength={1_000}
            autoComplete="off"
            value={prompt}
            onChange={(event) => {
              setPrompt(event.target.value);
              setTooShort(false);
            }}
            onKeyDown={onKeyDown}
          />
          <Button variant="secondary" pending={generate.isPending} onClick={submit}>
            <Sparkles aria-hidden />
            Make rules
          </Button>
        </div>
        {tooShort && (
          <p id="words-too-short" role="alert" className="text-small text-danger-text">
            Describe the audience in a few words first.
          </p>
        )}
        {!answer && !generate.isPending && (
          <p className="flex flex-wrap items-center gap-1.5 text-small text-muted">
            Such as
            {EXAMPLES.map((example) => (
              <button
                key={example}
                type="button"
                className="rounded-full border border-line bg-surface px-2.5 py-1 text-left text-foreground text-xs hover:border-line-strong hover:bg-sunken"
                onClick={() => {
                  setPrompt(example);
                  setTooShort(false);
                  box.current?.focus();
                }}
              >
                {example}
              </button>
            ))}
          </p>
        )}
        {generate.isPending && (
          <div role="status" aria-label="Reading your words" className="flex flex-col gap-2">
            <Skeleton className="h-5 w-72 max-w-full" />
            <Skeleton className="h-8 w-full" />
          </div>
        )}
        {generate.isError && (
          <Notice tone="danger">
            {messageOf(generate.error)}
            <Button variant="secondary" size="sm" className="mt-2 flex" onClick={submit}>
              Try again
            </Button>
          </Notice>
        )}
        {answer && !generate.isPending && !generate.isError && (
          <WordsAnswer key={answer.number} prompt={answer.prompt} read={answer.read} builder={builder} />
        )}
      </CardBody>
    </Card>
  );
}
