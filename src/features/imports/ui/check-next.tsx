'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card } from '@/ui/card.tsx';
import { ErrorState, Notice, SkeletonRows } from '@/ui/states.tsx';
import { toast } from '@/ui/toast.ts';
import { messageOf, type RouterOutputs, trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { Import } from '../imports.schema.ts';
import type { Mapping } from '../mapping.schema.ts';
import { MappingCard } from './mapping/mapping-card.tsx';
import { useMapping } from './mapping/use-mapping.ts';

/** Starts the import of a checked file, or one more check; both have a page of their own. */
function useStart(id: string) {
  const router = useRouter();
  const utils = trpc.useUtils();
  return trpc.imports.start.useMutation({
    onSuccess: (started) => {
      void utils.imports.invalidate();
      router.push(`/imports/${started.id}`);
    },
    onError: (error) => {
      toast.error(messageOf(error));
      void utils.imports.source.invalidate({ id });
    },
  });
}

/** What comes after a check: the import itself from the same file, with the columns mended first where needed. */
export function CheckNext({ state }: { state: Import }) {
  const mayImport = useMay('imports:write');
  const source = trpc.imports.source.useQuery({ id: state.id });
  if (source.isPending) return <SkeletonRows rows={2} />;
  if (!source.data)
    return (
      <Card>
        <ErrorState message={messageOf(source.error)} onRetry={() => void source.refetch()} />
      </Card>
    );
  const { startedId } = source.data;
  if (startedId)
    return (
      <Notice tone="info" title="The import of this file was started">
        <Link href={`/imports/${startedId}`} className="font-medium underline underline-offset-4">
          See the import
        </Link>
      </Notice>
    );
  if (source.data.state === 'GONE')
    return (
      <Notice tone="info" title="The file of this check is not kept any more">
        Nobody started it within a day.{' '}
        <Link
          href={`/imports/new?kind=${state.kind.toLowerCase()}`}
          className="font-medium underline underline-offset-4"
        >
          Upload it again
        </Link>
      </Notice>
    );
  if (!mayImport) return null;
  return <StartOrMend state={state} source={source.data} />;
}

function StartOrMend({ state, source }: { state: Import; source: RouterOutputs['imports']['source'] }) {
  const start = useStart(state.id);
  const [mending, setMending] = useState(state.status === 'FAILED');
  const readable = source.header.length > 0;
  if (mending && readable)
    return (
      <Mend
        state={state}
        source={source}
        pending={start.isPending}
        onStart={(mapping, dryRun) => start.mutate({ id: state.id, mapping, dryRun })}
      />
    );
  return (
    <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
      <p className="min-w-0 text-sm">
        <span className="font-medium">Nothing was written yet.</span>{' '}
        <span className="text-muted">The file waits here for a day; it need not be uploaded again.</span>
      </p>
      <div className="flex flex-wrap gap-2">
        {readable && (
          <Button variant="secondary" onClick={() => setMending(true)}>
            Change the columns
          </Button>
        )}
        <Button
          pending={start.isPending}
          disabled={state.status === 'FAILED'}
          onClick={() => start.mutate({ id: state.id })}
        >
          Start the import
        </Button>
      </div>
    </Card>
  );
}

function Mend({
  state: { kind },
  source: { header, rows, mapping: given },
  pending,
  onStart,
}: {
  state: Import;
  source: RouterOutputs['imports']['source'];
  pending: boolean;
  onStart(mapping: Mapping, dryRun: boolean): void;
}) {
  const state = useMapping(kind, { header, rows }, given);
  const ready = !state.pending && state.problems.length === 0;
  return (
    <MappingCard
      kind={kind}
      header={header}
      rows={rows}
      state={state}
      actions={
        <>
          <Button
            variant="secondary"
            disabled={!ready}
            pending={pending}
            onClick={() => onStart(state.mapping, true)}
          >
            Check again
          </Button>
          <Button disabled={!ready} pending={pending} onClick={() => onStart(state.mapping, false)}>
            Start the import
          </Button>
        </>
      }
    />
  );
}
