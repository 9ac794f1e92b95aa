'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Progress } from '@/ui/progress.tsx';
import { Notice } from '@/ui/states.tsx';
import { trpc } from '@/ui/trpc.tsx';
import { useMay } from '@/ui/use-workspace.ts';
import type { ImportKind } from '../imports.schema.ts';
import { DropZone } from './drop-zone.tsx';
import { FormatHelp } from './format-help.tsx';
import { KindChoice } from './kind-choice.tsx';
import { type UploadProblem, uploadFile } from './upload.ts';

interface Upload {
  fileName: string;
  share: number;
}

/** An upload at a time, stopped when one leaves the page. */
function useUpload(kind: ImportKind) {
  const router = useRouter();
  const utils = trpc.useUtils();
  const [upload, setUpload] = useState<Upload | null>(null);
  const [problem, setProblem] = useState<UploadProblem | null>(null);
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);
  async function send([file, ...more]: File[]) {
    if (!file) return;
    if (more.length > 0) {
      setProblem({
        title: 'One file at a time',
        detail: 'Drop or choose a single file; each has its own import.',
      });
      return;
    }
    setProblem(null);
    setUpload({ fileName: file.name, share: 0 });
    stopper.current = new AbortController();
    const result = await uploadFile(kind, file, {
      onProgress: (share) => setUpload({ fileName: file.name, share }),
      signal: stopper.current.signal,
    });
    if (result && 'importId' in result) {
      void utils.imports.list.invalidate();
      router.push(`/imports/${result.importId}`);
      return;
    }
    setUpload(null);
    setProblem(result?.problem ?? null);
  }
  return { upload, problem, send, stop: () => stopper.current?.abort() };
}

/** Choose what it is, drop the file, and off it goes; the next page shows it being read. */
export function NewImport({ initialKind }: { initialKind: ImportKind }) {
  const [kind, setKind] = useState<ImportKind>(initialKind);
  const { upload, problem, send, stop } = useUpload(kind);
  const mayImport = useMay('imports:write');
  return (
    <>
      <PageHeader
        title="New import"
        description="A CSV file of customers or orders. Bad rows are kept aside with the reason; they never stop the rest."
        back={{ href: '/imports', label: 'Imports' }}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <Card>
          <CardHeader title="File" />
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
              <Uploading upload={upload} onStop={stop} />
            ) : (
              <DropZone onFiles={(files) => void send(files)} />
            )}
          </CardBody>
        </Card>
        <FormatHelp kind={kind} />
      </div>
    </>
  );
}

const Uploading = ({ upload: { fileName, share }, onStop }: { upload: Upload; onStop(): void }) => (
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
