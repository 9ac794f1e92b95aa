'use client';
import Link from 'next/link';
import { formatNumber, formatShare } from '@/lib/format.ts';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { Field } from '@/ui/field.tsx';
import { Input, Select } from '@/ui/input.tsx';
import { Skeleton } from '@/ui/states.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useStanding } from '@/ui/use-postponed.ts';
import { channels } from '../../campaigns.schema.ts';
import type { DraftValues } from './draft-values.ts';

type Who = Pick<DraftValues, 'name' | 'audienceId' | 'channel' | 'vendorId'>;

/** Who gets it, and how. */
export function AudienceStep({
  values,
  errorOf,
  onChange,
}: {
  values: Who;
  errorOf(field: 'name' | 'audienceId'): string | undefined;
  onChange(change: Partial<Who>): void;
}) {
  return (
    <Card>
      <CardHeader title="Who and how" />
      <CardBody className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <Field label="Campaign name" error={errorOf('name')} className="sm:col-span-2">
          <Input
            autoComplete="off"
            maxLength={200}
            placeholder="Spring sale, week 1"
            value={values.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Field>
        <div className="flex flex-col gap-3 sm:col-span-2">
          <AudienceField
            value={values.audienceId}
            error={errorOf('audienceId')}
            onChange={(audienceId) => onChange({ audienceId })}
          />
          {values.audienceId && <AudienceFacts id={values.audienceId} />}
        </div>
        <Field label="Channel">
          <Select
            value={values.channel}
            onChange={(event) =>
              onChange({ channel: channels.find((name) => name === event.target.value) ?? 'EMAIL' })
            }
          >
            <option value="EMAIL">Email</option>
            <option value="SMS">Text message</option>
          </Select>
        </Field>
        <VendorField value={values.vendorId} onChange={(vendorId) => onChange({ vendorId })} />
      </CardBody>
    </Card>
  );
}

function AudienceField({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange(id: string): void;
}) {
  const audiences = trpc.audiences.list.useQuery({ limit: 500 });
  const items = audiences.data?.items ?? [];
  return (
    <Field
      label="Audience"
      error={error}
      hint={
        <>
          {audiences.data && items.length === 0
            ? 'There is none yet. '
            : 'Evaluated at launch: whoever fits then gets it. '}
          <Link href="/audiences/new" className="font-medium text-accent-text hover:underline">
            Build {items.length === 0 ? 'one' : 'another one'}
          </Link>
        </>
      }
    >
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{audiences.isPending ? 'Loading …' : 'Choose an audience'}</option>
        {items.map((audience) => (
          <option key={audience.id} value={audience.id}>
            {audience.name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** How many that is right now, and what its maker said of it. */
function AudienceFacts({ id }: { id: string }) {
  const audience = trpc.audiences.get.useQuery({ id });
  const count = trpc.audiences.count.useQuery({ id }, { staleTime: 30_000 });
  return (
    <div className="rounded-lg bg-sunken px-4 py-3">
      {count.data ? (
        <p>
          <span className="font-semibold text-title tabular-nums">{formatNumber(count.data.count)}</span>{' '}
          <span className="text-muted">
            people right now, {formatShare(count.data.count, count.data.total)} of all customers
          </span>
        </p>
      ) : count.isError ? (
        <p className="text-muted">They could not be counted just now. The review counts them again.</p>
      ) : (
        <Skeleton className="h-6 w-56 bg-line" />
      )}
      {audience.data?.description && (
        <p className="mt-1 break-words text-muted text-small">{audience.data.description}</p>
      )}
      <Link
        href={`/audiences/${id}`}
        target="_blank"
        className="mt-1 inline-block font-medium text-accent-text text-small hover:underline"
      >
        Look at its rule
      </Link>
    </div>
  );
}

function VendorField({ value, onChange }: { value: string; onChange(id: string): void }) {
  const vendors = useStanding(trpc.vendors.list.useQuery().data ?? []);
  return (
    <Field label="Vendor" hint="Who carries the messages.">
      <Select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">Vendor simulator (default)</option>
        {vendors
          .filter((vendor) => vendor.kind !== 'SIMULATOR')
          .map((vendor) => (
            <option key={vendor.id} value={vendor.id}>
              {vendor.name}
            </option>
          ))}
      </Select>
    </Field>
  );
}
