'use client';
import { formatDuration, formatMoney, formatNumber, formatShare } from '@/lib/format.ts';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Skeleton } from '@/ui/states.tsx';
import { messageOf, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { AiUse } from '../ai.schema.ts';

/** What the workspace asked the AI service lately, for those who answer for it. */
export function AiUseCard() {
  const may = useMay('workspace:write');
  const use = trpc.ai.use.useQuery(undefined, { enabled: may === true });
  if (!may) return null;
  return (
    <Card>
      <CardHeader
        title="AI use in the last 30 days"
        description={use.data && (use.data.model ? `Asks ${use.data.model}.` : NO_SERVICE)}
      />
      <CardBody>
        {use.isPending && <Skeleton className="h-12" />}
        {use.isError && <p className="text-danger-text text-sm">{messageOf(use.error)}</p>}
        {use.data && <Figures use={use.data} />}
      </CardBody>
    </Card>
  );
}

const NO_SERVICE =
  'No AI service is set up on this server (GROQ_API_KEY): the built-in parser, library and summaries do the work.';

function Figures({ use }: { use: AiUse }) {
  if (use.calls === 0) return <p className="text-muted text-sm">Nothing was asked yet.</p>;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
      <Figure label="Questions" value={formatNumber(use.calls)} />
      <Figure
        label="Answered without AI"
        value={formatShare(use.offline, use.calls)}
        {...(use.failed > 0 ? { hint: `${formatNumber(use.failed)} because it gave no usable answer` } : {})}
      />
      <Figure
        label="Cost"
        value={use.costDollars === null ? '–' : cost(use.costDollars)}
        {...(use.costDollars === null && use.model ? { hint: 'Prices are not set on this server' } : {})}
      />
      <Figure
        label="Median time to answer"
        value={use.medianLatencyMs === null ? '–' : formatDuration(use.medianLatencyMs)}
      />
    </dl>
  );
}

/** A few questions cost less than a cent: that is not nothing. */
const cost = (dollars: number): string =>
  dollars > 0 && dollars < 0.01 ? `<${formatMoney(0.01, 'USD')}` : formatMoney(dollars, 'USD');

const Figure = ({ label, value, hint }: { label: string; value: string; hint?: string }) => (
  <div>
    <dt className="text-small text-muted">{label}</dt>
    <dd className="mt-0.5 font-semibold text-lg tabular-nums">{value}</dd>
    {hint && <dd className="text-small text-muted">{hint}</dd>}
  </div>
);
