'use client';
import { useState } from 'react';
import { FileError } from '../csv/columns.ts';
import type { FilePreview } from '../csv/preview.ts';
import { previewOf } from './mapping/file-preview.ts';
import type { UploadProblem } from './upload.ts';

const MEGABYTE = 1_048_576;

export interface ChosenFile {
  file: File;
  preview: FilePreview;
}

/** A file from this machine once its beginning was read; what cannot be one is told at once, before any upload. */
export function useChosenFile(maxFileMb: number, onProblem: (problem: UploadProblem | null) => void) {
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  async function choose([file, ...more]: File[]) {
    if (!file) return;
    onProblem(null);
    if (more.length > 0) {
      onProblem({
        title: 'One file at a time',
        detail: 'Drop or choose a single file; each has its own import.',
      });
      return;
    }
    if (file.size > maxFileMb * MEGABYTE) {
      onProblem({
        title: 'The file is too large',
        detail: `It has ${Math.ceil(file.size / MEGABYTE)} MB; ${maxFileMb} MB are the most. Split it into several files.`,
      });
      return;
    }
    try {
      setChosen({ file, preview: await previewOf(file) });
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      onProblem({ title: 'This file cannot be imported', detail: error.message });
    }
  }
  return { chosen, choose, forget: () => setChosen(null) };
}
