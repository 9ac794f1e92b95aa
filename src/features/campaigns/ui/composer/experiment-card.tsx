'use client';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input } from '@/ui/input.tsx';
import { MAX_HOLDOUT } from '../../campaigns.schema.ts';
import type { DraftValues } from './draft-values.ts';
import { type DraftText, withShare } from './shares.ts';

/** How many get which text, and how many get nothing so that its effect can be told. */
export function ExperimentCard({
  values: { texts, holdout },
  error,
  onChange,
}: {
  values: Pick<DraftValues, 'texts' | 'holdout'>;
  error: string | undefined;
  onChange(change: Partial<Pick<DraftValues, 'texts' | 'holdout'>>): void;
}) {
  return (
    <Card>
      <CardHeader
        title="Find out what works"
        description="Chance decides who gets what; the results say whether a difference is more than chance."
      />
      <CardBody className="flex flex-col gap-5">
        {texts.length > 1 && (
          <fieldset>
            <legend className="mb-2 font-medium text-sm">Who gets which text</legend>
            <div className="flex flex-col gap-2.5">
              {texts.map((text) => (
                <Share
                  key={text.key}
                  text={text}
                  onChange={(share) => onChange({ texts: withShare(texts, text.key, share) })}
                />
              ))}
            </div>
          </fieldset>
        )}
        <Field
          label="Holdout, percent"
          error={error}
          hint={
            holdout > 0
              ? `${holdout}% of the audience get no message. What they buy anyway is what the campaign is measured against.`
              : 'Some who get no message, to see what is bought without one. 5 to 10 percent do for a few thousand people.'
          }
        >
          <Input
            type="number"
            inputMode="numeric"
            min={0}
            max={MAX_HOLDOUT}
            step={1}
            className="w-28"
            value={Number.isNaN(holdout) ? '' : holdout}
            onChange={(event) => onChange({ holdout: event.target.valueAsNumber })}
          />
        </Field>
      </CardBody>
    </Card>
  );
}

/** A slider and its figure; A has neither, it gets what the others leave. */
const Share = ({ text: { key, share }, onChange }: { text: DraftText; onChange(share: number): void }) => (
  <div className="grid grid-cols-[4rem_minmax(0,1fr)_5rem] items-center gap-3 text-sm">
    <span>Text {key}</span>
    {key === 'A' ? (
      <span className="text-muted text-small">The rest</span>
    ) : (
      <input
        type="range"
        aria-label={`Share of text ${key}`}
        aria-valuetext={`${share} percent`}
        min={1}
        max={98}
        value={share}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="w-full accent-accent"
      />
    )}
    <span className="text-right tabular-nums">{share}%</span>
  </div>
);
