'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { trpc } from '@/ui/trpc.tsx';
import { type UploadProblem, type UploadRequest, uploadFile } from './upload.ts';

export interface Uploading {
  fileName: string;
  /** 0 to 1. */
  share: number;
}

/** An upload at a time, stopped when one leaves the page; it leads to the import's own page. */
export function useUpload() {
  const router = useRouter();
  const utils = trpc.useUtils();
  const [upload, setUpload] = useState<Uploading | null>(null);
  const [problem, setProblem] = useState<UploadProblem | null>(null);
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);
  async function send(request: UploadRequest) {
    setProblem(null);
    const fileName = request.file.name;
    setUpload({ fileName, share: 0 });
    stopper.current = new AbortController();
    const result = await uploadFile(request, {
      onProgress: (share) => setUpload({ fileName, share }),
      signal: stopper.current.signal,
    });
    if (result && 'importId' in result) {
      void utils.imports.invalidate();
      router.push(`/imports/${result.importId}`);
      return;
    }
    setUpload(null);
    setProblem(result?.problem ?? null);
  }
  return { upload, problem, setProblem, send, stop: () => stopper.current?.abort() };
}
