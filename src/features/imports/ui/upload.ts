import type { ImportKind } from '../imports.schema.ts';
import type { Mapping } from '../mapping.schema.ts';

const paths: Record<ImportKind, string> = {
  CUSTOMERS: '/api/customers/bulk-upload',
  ORDERS: '/api/orders/bulk-upload',
};

/** Why a file was not taken: in a few words, and in the server's own where it gave any. */
export interface UploadProblem {
  title: string;
  detail: string;
}
/** Null when the upload was stopped. */
export type UploadResult = { importId: string } | { problem: UploadProblem } | null;

/** What is sent to be imported, and how it is to be read. */
export interface UploadRequest {
  kind: ImportKind;
  file: File;
  mapping: Mapping;
  /** Only to check. */
  dryRun: boolean;
}

/**
 * Sends a file to be imported. By XMLHttpRequest, because fetch does not tell how far an upload is.
 * @param onProgress gets the share (0 to 1) that has left this machine
 * @param signal stops it
 */
export function uploadFile(
  { kind, file, mapping, dryRun }: UploadRequest,
  { onProgress, signal }: { onProgress: (share: number) => void; signal: AbortSignal },
): Promise<UploadResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', paths[kind]);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => resolve(readAnswer(request.status, request.response)));
    request.addEventListener('error', () => resolve({ problem: brokeOff }));
    request.addEventListener('abort', () => resolve(null));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.set('mapping', JSON.stringify(mapping));
    if (dryRun) form.set('dryRun', 'true');
    form.set('file', file);
    request.send(form);
  });
}

const brokeOff: UploadProblem = {
  title: 'The upload broke off',
  detail:
    'Nothing was imported. Check your connection, and that the file was not changed or moved, and try again.',
};

/** By status; `detail` is for answers that are not ours, such as a proxy's. */
const refusals: Record<number, UploadProblem> = {
  400: { title: 'The file could not be read', detail: 'Check that it is a CSV file with rows in it.' },
  401: { title: 'You are signed out', detail: 'Sign in again and upload the file anew.' },
  403: { title: 'Your role does not let you import', detail: 'Ask an administrator of the workspace.' },
  413: { title: 'The file is too large', detail: 'Split it into several files.' },
  415: {
    title: 'This file cannot be imported',
    detail: 'In your spreadsheet choose “Save as” and the type CSV.',
  },
  429: { title: 'Too many uploads', detail: 'Wait a minute and try again.' },
};
const refused: UploadProblem = { title: 'The file was not taken', detail: 'The server failed. Try again.' };

function readAnswer(status: number, body: unknown): UploadResult {
  const known = refusals[status] ?? refused;
  if (typeof body === 'object' && body !== null) {
    if (status === 202 && 'importId' in body) return { importId: String(body.importId) };
    if ('detail' in body) return { problem: { ...known, detail: String(body.detail) } };
  }
  return { problem: known };
}
