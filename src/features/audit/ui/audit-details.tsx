'use client';
import { formatDateTime } from '@/lib/format.ts';
import { Dialog } from '@/ui/dialog.tsx';
import { Table, Td, Th, Tr } from '@/ui/table.tsx';
import type { AuditEvent } from '../audit.schema.ts';
import { sentenceOf } from './audit-table.tsx';
import { fieldLabel, fieldsOf, valueInWords } from './fields.ts';

/** All that is known of one event: what changed side by side, and where it was asked from. */
export function AuditDetails({ event, onClose }: { event: AuditEvent; onClose(): void }) {
  const fields = fieldsOf(event);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Details"
      description={<span className="wrap-anywhere">{sentenceOf(event)}</span>}
      className="max-w-3xl"
    >
      {fields.length > 0 && (
        <div className="mb-5 overflow-hidden rounded-lg border border-line">
          <Table label="What changed">
            <thead>
              <tr>
                <Th>Field</Th>
                {event.before && <Th>Before</Th>}
                {event.after && <Th>After</Th>}
              </tr>
            </thead>
            <tbody>
              {fields.map(({ name, before, after }) => (
                <Tr key={name}>
                  <Td className="px-3 align-top font-medium">{fieldLabel(name)}</Td>
                  {event.before && <Value of={name} value={before} />}
                  {event.after && <Value of={name} value={after} />}
                </Tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
      <dl className="grid grid-cols-1 gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
        <Fact label="When">{formatDateTime(event.at)}</Fact>
        <Fact label="From">{event.address ?? 'Not known'}</Fact>
        <Fact label="With">{event.userAgent ?? 'Not known'}</Fact>
        {event.targetId && <Fact label="Id of the thing">{event.targetId}</Fact>}
        <Fact label="Action">{event.action}</Fact>
        {event.requestId && <Fact label="Request">{event.requestId}</Fact>}
      </dl>
    </Dialog>
  );
}

const Value = ({ of, value }: { of: string; value: unknown }) => (
  <Td className="min-w-24 px-3 align-top">
    <span className="wrap-anywhere block max-h-48 overflow-y-auto whitespace-pre-wrap text-small">
      {valueInWords(of, value)}
    </span>
  </Td>
);

const Fact = ({ label, children }: { label: string; children: string }) => (
  <div className="contents">
    <dt className="text-muted">{label}</dt>
    <dd className="wrap-anywhere mb-1 sm:mb-0">{children}</dd>
  </div>
);
