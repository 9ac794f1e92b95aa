'use client';
import { Sparkles, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Badge } from '@/ui/badge.tsx';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Input } from '@/ui/input.tsx';
import { Notice } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import type { RuleGroup } from '../rules.schema.ts';

/**
 * An audience in plain words. What becomes of them is shown, and what could not be used is said. `onRules` puts the rule
 * in place of the present one and returns what takes that back; words that mean nothing leave the present one alone.
 */
export function WordsBox({ onRules }: { onRules(rules: RuleGroup): () => void }) {
  const [prompt, setPrompt] = useState('');
  const [undo, setUndo] = useState<(() => void) | null>(null);
  const generate = trpc.ai.generateSegmentRules.useMutation({
    onSuccess: ({ rules }) => {
      const takeBack = rules.rules.length > 0 ? onRules(rules) : null;
      setUndo(() => takeBack);
    },
  });
  const submit = () => {
    if (prompt.trim().length >= 3) generate.mutate({ prompt });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') submit();
  };
  const { data } = generate;
  return (
    <Card>
      <CardHeader
        title="Describe it in words"
        description="The rule below is filled in; check it, change it."
      />
      <CardBody className="flex flex-col gap-3">
        <div className="flex flex-col gap-2 sm:flex-row">
          <Input
            aria-label="Describe the audience in words"
            placeholder="customers from France who spent over £500 and have not ordered in 3 months"
            maxLength={1_000}
            value={prompt}
            onChange={(event) => setPrompt(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <Button variant="secondary" pending={generate.isPending} onClick={submit}>
            <Sparkles aria-hidden />
            Make rules
          </Button>
        </div>
        {generate.isError && <Notice tone="danger">{messageOf(generate.error)}</Notice>}
        {data && (
          <div className="flex flex-col gap-2 text-sm" role="status">
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={data.source === 'groq' ? 'accent' : 'neutral'}>
                {data.source === 'groq' ? 'Read by AI' : 'Read offline, no AI'}
              </Badge>
              <span className="text-muted">{data.explanation}</span>
              {undo && (
                <Button
                  variant="ghost"
                  size="sm"
                  onClick={() => {
                    undo();
                    setUndo(null);
                  }}
                >
                  <Undo2 aria-hidden />
                  Undo
                </Button>
              )}
            </p>
            {data.unmapped.length > 0 && (
              <Notice tone="warning" title="Not understood">
                <span className="mt-1 flex flex-wrap gap-1.5">
                  {data.unmapped.map((words) => (
                    <Badge key={words} tone="warning" className="bg-surface">
                      {words}
                    </Badge>
                  ))}
                </span>
                <p className="mt-1.5">Nothing in the rule stands for these words.</p>
              </Notice>
            )}
          </div>
        )}
      </CardBody>
    </Card>
  );
}
