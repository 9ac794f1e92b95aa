import { getEnv } from '../env.ts';
import type { ImportKind } from '../features/imports/imports.schema.ts';
import {
  discardUpload,
  type ImportOptions,
  queueImport,
  storeUpload,
} from '../features/imports/imports.service.ts';
import { mappingSchema } from '../features/imports/mapping.schema.ts';
import { requireOwnOrigin } from '../server/csrf.ts';
import { AppError, fieldErrors } from '../server/errors.ts';
import { onceForKey } from '../server/idempotency.ts';
import { requirePermission } from '../server/permissions.ts';
import { readUpload } from '../server/upload.ts';
import { requireAuditedCaller } from './audited.ts';

/**
 * Takes a CSV file in and answers 202 once it is stored and queued. The same file under the same Idempotency-Key is one
 * import. The form's fields `mapping` (JSON) and `dryRun` say how it is read.
 */
export async function importUpload(request: Request, kind: ImportKind): Promise<Response> {
  requireOwnOrigin(request);
  const { caller, audit } = await requireAuditedCaller(request.headers);
  // Before a byte is read: whoever may not import is told just that.
  requirePermission(caller, 'imports:write');
  const { fields, ...file } = await readUpload(request, getEnv().uploadMaxBytes);
  const upload = await storeUpload(caller, { kind, ...file });
  let queued = false;
  try {
    const options = readOptions(await fields);
    const queue = async () => {
      const started = await queueImport(caller, upload, options);
      queued = true;
      await audit('imports.upload', {
        targetId: started.importId,
        targetName: upload.fileName,
        after: { kind, onlyChecked: options.dryRun === true },
      });
      return Response.json(started, {
        status: 202,
        headers: { location: `/api/imports/${started.importId}` },
      });
    };
    const key = request.headers.get('idempotency-key');
    const said = Object.keys(options).length > 0 ? `\n${JSON.stringify(options)}` : '';
    return key
      ? await onceForKey(caller.workspaceId, key, `${kind}\n${upload.sha256}${said}`, queue)
      : await queue();
  } finally {
    if (!queued) await discardUpload(upload);
  }
}

/** @throws AppError VALIDATION naming the entry of the mapping that is wrong */
function readOptions({ mapping, dryRun }: Readonly<Record<string, string>>): ImportOptions {
  if (dryRun !== undefined && dryRun !== 'true' && dryRun !== 'false')
    throw new AppError('VALIDATION', 'dryRun must be true or false.', {
      errors: [{ path: 'dryRun', message: 'must be true or false' }],
    });
  return {
    ...(mapping === undefined ? {} : { mapping: readMapping(mapping) }),
    ...(dryRun === 'true' ? { dryRun: true } : {}),
  };
}

function readMapping(text: string) {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AppError('VALIDATION', 'The field “mapping” is not JSON.', {
      errors: [{ path: 'mapping', message: 'is not JSON' }],
    });
  }
  const parsed = mappingSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const columnOf = (at: string) => {
    const entry: unknown = Array.isArray(json) ? json[Number(at.split('.')[0])] : undefined;
    return typeof entry === 'object' && entry !== null && 'column' in entry ? String(entry.column) : null;
  };
  const errors = fieldErrors(parsed.error).map(({ path, message }) => ({
    path: path ? `mapping.${path}` : 'mapping',
    message: columnOf(path) === null ? message : `${columnOf(path)}: ${path.split('.').at(-1)} ${message}`,
  }));
  throw new AppError('VALIDATION', `The mapping is wrong. ${errors[0]?.message ?? ''}`, { errors });
}
