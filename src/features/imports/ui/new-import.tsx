'use client';
import { useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Progress } from '@/ui/progress.tsx';
import { Notice } from '@/ui/states.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { ImportKind } from '../imports.schema.ts';
import { DropZone } from './drop-zone.tsx';
import { FormatHelp } from './format-help.tsx';
import { KindChoice } from './kind-choice.tsx';
import { MappingCard } from './mapping/mapping-card.tsx';
import { useMapping } from './mapping/use-mapping.ts';
import { type ChosenFile, useChosenFile } from './use-chosen-file.ts';
import { type Uploading, useUpload } from './use-upload.ts';

/** Choose what it is, drop the file, look its columns over, and check it or off it goes; the next page shows it being read. */
export function NewImport({ initialKind, maxFileMb }: { initialKind: ImportKind; maxFileMb: number }) {
  const [kind, setKind] = useState<ImportKind>(initialKind);
  const { upload, problem, setProblem, send, stop } = useUpload();
  const { chosen, choose, forget } = useChosenFile(maxFileMb, setProblem);
  const mayImport = useMay('imports:write');
  const other = () => {
    setProblem(null);
    forget();
  };
  return (
    <>
      <PageHeader
        title="New import"
        description="A CSV file of customers or orders. Bad rows are kept aside with the reason; they never stop the rest."
        breadcrumbs={[{ href: '/imports', label: 'Imports' }]}
      />
      <div className="flex flex-col gap-6">
        <div
          className={
            chosen
              ? 'contents'
              : 'grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]'
          }
        >
          <Card>
            <CardHeader
              title={chosen ? <span className="break-words">{chosen.file.name}</span> : 'File'}
              actions={
                chosen && (
                  <Button variant="secondary" size="sm" disabled={upload !== null} onClick={other}>
                    Choose another file
                  </Button>
                )
              }
            />
            <CardBody className="flex flex-col gap-5">
              <KindChoice kind={kind} onChange={setKind} disabled={upload !== null} />
              {problem && (
                <Notice tone="danger" title={problem.title}>
                  {problem.detail}
                </Notice>
              )}
              {mayImport === false ? (
                <Notice tone="info" title="Your role lets you look, not import">
                  Ask an administrator of the workspace.
                </Notice>
              ) : upload ? (
                <UploadBar upload={upload} onStop={stop} />
              ) : (
                !chosen && <DropZone maxFileMb={maxFileMb} onFiles={(files) => void choose(files)} />
              )}
            </CardBody>
          </Card>
          {!chosen && <FormatHelp kind={kind} />}
        </div>
        {chosen && (
          <Columns
            key={`${chosen.file.name}-${chosen.file.lastModified}`}
            kind={kind}
            chosen={chosen}
            pending={upload !== null}
            onSend={(mapping, dryRun) => void send({ kind, file: chosen.file, mapping, dryRun })}
          />
        )}
      </div>
    </>
  );
}

function Columns({
  kind,
  chosen: { preview },
  pending,
  onSend,
}: {
  kind: ImportKind;
  chosen: ChosenFile;
  pending: boolean;
  onSend(mapping: ReturnType<typeof useMapping>['mapping'], dryRun: boolean): void;
}) {
  const state = useMapping(kind, preview);
  const ready = !state.pending && state.problems.length === 0 && !pending;
  return (
    <MappingCard
      kind={kind}
      header={preview.header}
      rows={preview.rows}
      state={state}
      actions={
        <>
          <p className="mr-auto text-small text-muted">
            A check reads the whole file and says what would happen; nothing is written.
          </p>
          <Button variant="secondary" disabled={!ready} onClick={() => onSend(state.mapping, true)}>
            Check first
          </Button>
          <Button disabled={!ready} onClick={() => onSend(state.mapping, false)}>
            Start import
          </Button>
        </>
      }
    />
  );
}

const UploadBar = ({ upload: { fileName, share }, onStop }: { upload: Uploading; onStop(): void }) => (
  <div className="flex flex-col gap-2 rounded-xl border border-line px-5 py-6">
    <div className="flex items-center justify-between gap-3">
      <p className="min-w-0 truncate text-sm" role="status">
        {share < 1 ? 'Uploading' : 'Checking'} <span className="font-medium">{fileName}</span> …
      </p>
      {/* Once all of it is there, the server takes it; stopping would only hide that. */}
      {share < 1 && (
        <Button variant="ghost" size="sm" onClick={onStop}>
          Stop
        </Button>
      )}
    </div>
    <Progress label="Upload" value={share} />
  </div>
);
