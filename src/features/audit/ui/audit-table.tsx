'use client';
import { Button } from '@/ui/button.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import { Time } from '@/ui/time.tsx';
import type { AuditEvent } from '../audit.schema.ts';
import { actorLabel, actorShort } from './actor.ts';

/** One event a line; its details open beside it. */
export const AuditTable = ({
  items,
  dimmed,
  onShow,
}: {
  items: readonly AuditEvent[];
  dimmed: boolean;
  onShow(event: AuditEvent): void;
}) => (
  <Table stack label="Audit log" dimmed={dimmed}>
    <thead>
      <tr>
        <Th>What happened</Th>
        <Th className="hidden md:table-cell">From</Th>
        <Th className="hidden sm:table-cell">When</Th>
        <Th>
          <span className="sr-only">Details</span>
        </Th>
      </tr>
    </thead>
    <tbody>
      {items.map((event) => (
        <Tr key={event.id}>
          <Td className="w-full min-w-44">
            <Sentence event={event} />
          </Td>
          <Td label="From" className="hidden whitespace-nowrap text-muted md:table-cell">
            {event.address ?? '–'}
          </Td>
          <Td label="When" className="hidden text-muted sm:table-cell">
            <Time value={event.at} />
          </Td>
          <Td className="text-right">
            <Button
              variant="ghost"
              size="sm"
              onClick={() => onShow(event)}
              aria-label={`Details: ${sentenceOf(event)}`}
            >
              Details
            </Button>
          </Td>
        </Tr>
      ))}
    </tbody>
  </Table>
);

export const sentenceOf = ({ actor, actorName, inWords, targetName }: AuditEvent): string =>
  `${actorLabel(actor, actorName)} ${inWords}${targetName ? ` “${targetName}”` : ''}`;

/** The event as a sentence: who, in bold, did what to which thing. */
const Sentence = ({ event: { actor, actorName, inWords, targetName } }: { event: AuditEvent }) => (
  <p className="wrap-anywhere line-clamp-3">
    <span className="font-medium">{actorShort(actor, actorName)}</span> {inWords}
    {targetName && (
      <>
        {' '}
        <span className="font-medium">“{targetName}”</span>
      </>
    )}
  </p>
);
