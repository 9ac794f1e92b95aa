'use client';
import { FileUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type DragEvent, useRef, useState } from 'react';
import { cn } from '@/lib/cn.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardBody, CardHeader } from '@/ui/card.tsx';
import { PageHeader } from '@/ui/page-header.tsx';
import { Progress } from '@/ui/progress.tsx';
import { Notice } from '@/ui/states.tsx';
import type { ImportKind } from '../imports.schema.ts';
import { FormatHelp } from './format-help.tsx';
import { uploadFile } from './upload.ts';

/** Choose what it is, drop the file, and off it goes; the next page shows it being read. */
export function NewImport({ initialKind }: { initialKind: ImportKind }) {
  const [kind, setKind] = useState<ImportKind>(initialKind);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const router = useRouter();
  const send = async (file: File | undefined) => {
    if (!file) return;
    setProblem(null);
    setShare(0);
    const result = await uploadFile(kind, file, setShare);
    if ('importId' in result) {
      router.push(`/imports/${result.importId}`);
      return;
    }
    setShare(null);
    setProblem(result.problem);
  };
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
            <KindChoice kind={kind} onChange={setKind} disabled={share !== null} />
            {problem && (
              <Notice tone="danger" title="The file was not taken">
                {problem}
              </Notice>
            )}
            {share === null ? (
              <DropZone onFile={(file) => void send(file)} />
            ) : (
              <div className="py-8">
                <p className="mb-2 text-muted text-sm">Uploading …</p>
                <Progress label="Upload" value={share} />
              </div>
            )}
          </CardBody>
        </Card>
        <FormatHelp kind={kind} />
      </div>
    </>
  );
}

const KindChoice = ({
  kind,
  onChange,
  disabled,
}: {
  kind: ImportKind;
  onChange(kind: ImportKind): void;
  disabled: boolean;
}) => (
  <fieldset disabled={disabled}>
    <legend className="mb-2 font-medium text-sm">What is in it?</legend>
    <div className="grid gap-3 sm:grid-cols-2">
      {(
        [
          { value: 'CUSTOMERS', label: 'Customers', hint: 'One row per person' },
          { value: 'ORDERS', label: 'Orders', hint: 'One row per order or refund' },
        ] as const
      ).map(({ value, label, hint }) => (
        <label
          key={value}
          className={cn(
            'flex cursor-pointer items-start gap-3 rounded-lg border px-4 py-3 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-ring has-focus-visible:outline-offset-2',
            kind === value ? 'border-accent bg-accent-soft' : 'border-line hover:bg-sunken',
          )}
        >
          <input
            type="radio"
            name="kind"
            className="mt-1 accent-accent outline-none"
            checked={kind === value}
            onChange={() => onChange(value)}
          />
          <span>
            <span className="block font-medium">{label}</span>
            <span className="block text-[13px] text-muted">{hint}</span>
          </span>
        </label>
      ))}
    </div>
  </fieldset>
);

function DropZone({ onFile }: { onFile(file: File | undefined): void }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={cn(
        'flex flex-col items-center gap-3 rounded-xl border-2 border-line-strong/50 border-dashed px-6 py-12 text-center transition-colors',
        over && 'border-accent bg-accent-soft',
      )}
    >
      <FileUp className="size-7 text-muted" aria-hidden />
      <p className="font-medium">Drop a CSV file here</p>
      <Button variant="secondary" onClick={() => input.current?.click()}>
        Choose a file
      </Button>
      <input
        ref={input}
        type="file"
        aria-label="CSV file"
        accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <p className="text-[13px] text-muted">Comma, semicolon or tab; UTF-8 or Latin-1</p>
    </div>
  );
}
