import { getEnv } from '../env.ts';
import type { ImportKind } from '../features/imports/imports.schema.ts';
import { startImport } from '../features/imports/imports.service.ts';
import { requireOwnOrigin } from '../server/csrf.ts';
import { readUpload } from '../server/upload.ts';
import { requireCaller } from './context.ts';

/** Takes a CSV file in and answers 202 once it is stored and queued. */
export async function importUpload(request: Request, kind: ImportKind): Promise<Response> {
  requireOwnOrigin(request);
  const caller = await requireCaller(request.headers);
  const started = await startImport(caller, {
    kind,
    ...(await readUpload(request, getEnv().uploadMaxBytes)),
  });
  return Response.json(started, { status: 202, headers: { location: `/api/imports/${started.importId}` } });
}
