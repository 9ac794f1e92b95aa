'use client';
import { Megaphone, UsersRound } from 'lucide-react';
import Link from 'next/link';
import { rfmSegments } from '@/features/audiences/rules/rfm-segments.ts';
import { cn } from '@/lib/cn.ts';
import { formatNumber, formatShare, plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { useMay, useMoney } from '@/ui/use-workspace.ts';
import type { Rfm, SegmentFigures } from '../rfm.schema.ts';
import { segmentLooks } from './segment-looks.ts';
import { useWriteToSegment } from './use-write-to-segment.ts';

const segmentWords = new Map(rfmSegments.map((words) => [words.name, words]));

/** All eleven with their figures, what they mean and what to do. */
export function SegmentTable({ rfm: { segments, customers, totalSpend } }: { rfm: Rfm }) {
  const write = useWriteToSegment();
  const mayWrite = useMay('campaigns:write') === true;
  return (
    <Card className="overflow-hidden">
      <Table label="Segments">
        <thead>
          <tr>
            <Th>Segment</Th>
            <Th className="text-right">Customers</Th>
            <Th className="text-right">Spend</Th>
            <Th className="text-right">Last order, mean</Th>
            <Th>What to do</Th>
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {segments.map((figures) => (
            <Row
              key={figures.segment}
              figures={figures}
              customers={customers}
              totalSpend={totalSpend}
              pending={write.pending === figures.segment}
              onWrite={mayWrite ? () => write.to(figures.segment) : null}
            />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

/** “12 days ago”, “5 months ago”, “2.4 years ago”. */
function agoInWords(days: number): string {
  if (days < 60) return `${plural(Math.round(days), 'day')} ago`;
  if (days < 730) return `${plural(Math.round(days / 30.44), 'month')} ago`;
  return `${(days / 365.25).toFixed(1)} years ago`;
}

function Row({
  figures: { segment, customers: n, totalSpend: spend, averageRecencyDays },
  customers,
  totalSpend,
  pending,
  onWrite,
}: {
  figures: SegmentFigures;
  customers: number;
  totalSpend: number;
  pending: boolean;
  onWrite: (() => void) | null;
}) {
  const money = useMoney();
  const words = segmentWords.get(segment);
  return (
    <Tr>
      <Td className="min-w-52 max-w-72 align-top">
        <span className={cn('inline-block rounded-md px-1.5 py-0.5 font-medium', segmentLooks[segment])}>
          {words?.label}
        </span>
        <span className="mt-1 block text-small text-muted">{words?.meaning}</span>
      </Td>
      <Td className="text-right align-top tabular-nums">
        {formatNumber(n)}
        <span className="block text-small text-muted">{formatShare(n, customers)}</span>
      </Td>
      <Td className="text-right align-top tabular-nums">
        {money(spend)}
        <span className="block text-small text-muted">
          {totalSpend > 0 && spend >= 0 ? formatShare(spend, totalSpend) : '–'}
        </span>
      </Td>
      <Td className="whitespace-nowrap text-right align-top tabular-nums">
        {averageRecencyDays === null ? '–' : agoInWords(averageRecencyDays)}
      </Td>
      <Td className="min-w-48 max-w-72 align-top text-small text-muted">{words?.advice}</Td>
      <Td className="w-px whitespace-nowrap align-top">
        <span className="flex flex-col items-start">
          <Button asChild variant="ghost" size="sm">
            <Link href={`/audiences/new?segment=${encodeURIComponent(segment)}`}>
              <UsersRound aria-hidden />
              Use as audience
              <span className="sr-only">: {words?.label}</span>
            </Link>
          </Button>
          {onWrite && (
            <Button variant="ghost" size="sm" disabled={n === 0} pending={pending} onClick={onWrite}>
              <Megaphone aria-hidden />
              Write to them
              <span className="sr-only">: {words?.label}</span>
            </Button>
          )}
        </span>
      </Td>
    </Tr>
  );
}
