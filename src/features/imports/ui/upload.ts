import type { ImportKind } from '../imports.schema.ts';

const paths: Record<ImportKind, string> = {
  CUSTOMERS: '/api/customers/bulk-upload',
  ORDERS: '/api/orders/bulk-upload',
};

export type UploadResult = { importId: string } | { problem: string };

/**
 * Sends a file to be imported. By XMLHttpRequest, because fetch does not tell how far an upload is.
 * @param onProgress gets the share (0 to 1) that has left this machine
 */
export function uploadFile(
  kind: ImportKind,
  file: File,
  onProgress: (share: number) => void,
): Promise<UploadResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', paths[kind]);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => resolve(readAnswer(request.status, request.response)));
    request.addEventListener('error', () =>
      resolve({
        problem: 'The upload broke off. Nothing was imported; check your connection and try again.',
      }),
    );
    const form = new FormData();
    form.set('file', file);
    request.send(form);
  });
}

function readAnswer(status: number, body: unknown): UploadResult {
  if (typeof body === 'object' && body !== null) {
    if (status === 202 && 'importId' in body) return { importId: String(body.importId) };
    if ('detail' in body) return { problem: String(body.detail) };
  }
  return { problem: 'The server did not take the file. Try again.' };
}
