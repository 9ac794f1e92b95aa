import { formatDay, plural } from '@/lib/format.ts';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { useMoney } from '@/ui/use-workspace.ts';
import type { Boundaries } from '../rfm.schema.ts';

const SCORES = [5, 4, 3, 2, 1];

/** What each score stands for, in plain words. */
export function BoundariesCard({ boundaries }: { boundaries: Boundaries }) {
  const money = useMoney();
  const rows = [
    {
      label: 'Recency: last order',
      words: SCORES.map((score) => wordsOf(boundaries.recency, score, dayWords)),
    },
    {
      label: 'Frequency: orders',
      words: SCORES.map((score) => wordsOf(boundaries.frequency, score, countWords)),
    },
    {
      label: 'Monetary: total spend',
      words: SCORES.map((score) =>
        wordsOf(boundaries.monetary, score, {
          atLeast: (amount) => `${money(amount)} or more`,
          below: (amount) => `Under ${money(amount)}`,
        }),
      ),
    },
  ];
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title="What the scores stand for"
        description="Each score is a fifth of the customers with orders. Customers with the same value have the same score, so fifths can be uneven and some stay empty."
      />
      <CardBody className="px-0 pb-0">
        <Table label="What the scores stand for">
          <thead>
            <tr>
              <Th>Score</Th>
              {SCORES.map((score) => (
                <Th key={score}>{score === 5 ? '5 (best)' : score}</Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, words }) => (
              <Tr key={label}>
                <Th scope="row" className="bg-transparent text-foreground">
                  {label}
                </Th>
                {words.map((text, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a score is its place
                  <Td key={i} className="whitespace-nowrap text-small">
                    {text}
                  </Td>
                ))}
              </Tr>
            ))}
          </tbody>
        </Table>
      </CardBody>
    </Card>
  );
}

interface Words<T> {
  atLeast(value: T): string;
  below(value: T): string;
}
const dayWords: Words<Date> = {
  atLeast: (day) => `Since ${formatDay(day)}`,
  below: (day) => `Before ${formatDay(day)}`,
};
const countWords: Words<number> = {
  atLeast: (n) => `${plural(n, 'order')} or more`,
  below: (n) => (n <= 1 ? 'Nobody' : `Under ${plural(n, 'order')}`),
};

/** What one must have for a score: from its own step up to the next one. `steps` begin the scores 2 to 5. */
function wordsOf<T extends Date | number>(
  steps: readonly (T | null)[],
  score: number,
  words: Words<T>,
): string {
  const from = score === 1 ? null : steps[score - 2];
  const next = steps.slice(score - 1).find((step) => step !== null) ?? null;
  const empty = score > 1 ? from == null : false;
  if (empty || (from != null && next != null && Number(from) === Number(next))) return 'Nobody';
  if (score === 1) return next === null ? 'All' : words.below(next);
  return from == null ? 'Nobody' : words.atLeast(from);
}
