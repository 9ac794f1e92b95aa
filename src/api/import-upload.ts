import { getEnv } from '../env.ts';
import type { ImportKind } from '../features/imports/imports.schema.ts';
import { discardUpload, queueImport, storeUpload } from '../features/imports/imports.service.ts';
import { requireOwnOrigin } from '../server/csrf.ts';
import { onceForKey } from '../server/idempotency.ts';
import { readUpload } from '../server/upload.ts';
import { requireCaller } from './context.ts';

/** Takes a CSV file in and answers 202 once it is stored and queued. The same file under the same Idempotency-Key is one import. */
export async function importUpload(request: Request, kind: ImportKind): Promise<Response> {
  requireOwnOrigin(request);
  const caller = await requireCaller(request.headers);
  const upload = await storeUpload(caller, {
    kind,
    ...(await readUpload(request, getEnv().uploadMaxBytes)),
  });
  let queued = false;
  const queue = async () => {
    const started = await queueImport(caller, upload);
    queued = true;
    return Response.json(started, { status: 202, headers: { location: `/api/imports/${started.importId}` } });
  };
  try {
    const key = request.headers.get('idempotency-key');
    return key
      ? await onceForKey(caller.workspaceId, key, `${kind}\n${upload.sha256}`, queue)
      : await queue();
  } finally {
    if (!queued) await discardUpload(upload);
  }
}
