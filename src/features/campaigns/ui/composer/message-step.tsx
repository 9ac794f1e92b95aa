'use client';
import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { toast } from '@/ui/toast.ts';
import type { DraftProblem, DraftValues } from './draft-values.ts';
import { ExperimentCard } from './experiment-card.tsx';
import { MessagePreview } from './message-preview.tsx';
import { type DraftText, withoutText, withText } from './shares.ts';
import { SuggestionsDialog } from './suggestions-dialog.tsx';
import { TextFields } from './text-fields.tsx';
import { TextTabs } from './text-tabs.tsx';

type Written = Pick<DraftValues, 'texts' | 'holdout' | 'channel' | 'audienceId'>;

/** What it says: one text or several, each as a customer will see it beside it. */
export function MessageStep({
  values,
  problems,
  onChange,
}: {
  values: Written;
  problems: readonly DraftProblem[];
  onChange(change: Partial<Written>): void;
}) {
  const [key, setKey] = useState('A');
  const [suggesting, setSuggesting] = useState(false);
  const { texts, channel, audienceId } = values;
  const text = texts.find((one) => one.key === key) ?? texts[0];
  if (!text) return null;
  const put = (change: Partial<DraftText>) =>
    onChange({ texts: texts.map((one) => (one.key === text.key ? { ...one, ...change } : one)) });
  const errorOf = (field: DraftProblem['field']) =>
    problems.find((problem) => problem.field === field && problem.key === text.key)?.message;
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
      <div className="flex min-w-0 flex-col gap-6">
        <Card>
          <CardHeader
            title="Message"
            description="Type {{ for the names of what customers have."
            actions={
              <Button variant="secondary" size="sm" onClick={() => setSuggesting(true)}>
                <Sparkles aria-hidden />
                Suggest a message
              </Button>
            }
          />
          <CardBody className="flex flex-col gap-4">
            <TextTabs
              texts={texts}
              current={text.key}
              problems={problems}
              onShow={setKey}
              onAdd={() => {
                const more = withText(texts, text);
                onChange({ texts: more });
                setKey(more.at(-1)?.key ?? 'A');
              }}
              onRemove={(gone) => {
                const before = texts;
                onChange({ texts: withoutText(texts, gone) });
                setKey('A');
                toast.undo(`Text ${gone} is gone`, () => onChange({ texts: before }));
              }}
            />
            <TextFields
              key={text.key}
              text={text}
              channel={channel}
              errors={{ subject: errorOf('subject'), body: errorOf('body') }}
              onChange={put}
            />
          </CardBody>
        </Card>
        <ExperimentCard
          values={values}
          error={problems.find(({ field }) => field === 'holdout')?.message}
          onChange={onChange}
        />
      </div>
      <div className="lg:sticky lg:top-6">
        <MessagePreview
          audienceId={audienceId}
          channel={channel}
          subject={text.subject}
          body={text.body}
          {...(texts.length > 1 ? { of: `Text ${text.key}` } : {})}
        />
      </div>
      <SuggestionsDialog
        open={suggesting}
        onOpenChange={setSuggesting}
        audienceId={audienceId}
        channel={channel}
        onChoose={({ subject, body }) => {
          const before = { subject: text.subject, body: text.body };
          put({ ...(subject === undefined ? {} : { subject }), body });
          setSuggesting(false);
          toast.undo('The draft is in place of your text.', () => put(before));
        }}
      />
    </div>
  );
}
