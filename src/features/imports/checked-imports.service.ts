import { noteChange } from '../../server/audit.ts';
import { withTransaction } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { defaultMapping, FileError } from './csv/columns.ts';
import { fitMapping, previewFile } from './file-preview.ts';
import * as files from './import-files.repository.ts';
import * as repository from './imports.repository.ts';
import type { Import, ImportKind, ImportSource, StartCheckedInput } from './imports.schema.ts';
import { enqueueImport, findOwn, newImport, toImport } from './imports.service.ts';
import type { Mapping } from './mapping.schema.ts';

const SHOWN_ROWS = 20;

/** The file of a checked import: whether it can still be started, its columns, first rows and mapping. */
export async function getSource(caller: Caller, id: string): Promise<ImportSource> {
  requirePermission(caller, 'imports:read');
  const row = await findCheck(caller, id);
  const over = { header: row.header, rows: [], mapping: row.mapping };
  const started = await repository.findByFile(row.workspaceId, row.fileId);
  if (started) return { state: 'STARTED', startedId: started._id.toHexString(), ...over };
  if (!(await files.fileExists(row.workspaceId, row.fileId)))
    return { state: 'GONE', startedId: null, ...over };
  const preview = await previewFile(row.fileId, row.encoding, Number(row.sizeBytes)).catch(
    (error: unknown) => {
      if (error instanceof FileError) return { header: [], rows: [] };
      throw error;
    },
  );
  return {
    state: 'READY',
    startedId: null,
    header: preview.header,
    rows: preview.rows.slice(0, SHOWN_ROWS),
    mapping: row.mapping ?? mappingOf(row.kind, preview.header),
  };
}

/** By the columns' names, if they say enough. */
function mappingOf(kind: ImportKind, header: readonly string[]): Mapping | null {
  try {
    return defaultMapping(kind, header);
  } catch (error) {
    if (error instanceof FileError) return null;
    throw error;
  }
}

/**
 * Makes an import of a checked file, without another upload: the real one, or with `dryRun` one more check.
 * @throws AppError CONFLICT while the check runs, and when the file was started already or is gone; VALIDATION when the
 *   mapping does not fit
 */
export async function startChecked(
  caller: Caller,
  { id, mapping, dryRun = false }: StartCheckedInput,
): Promise<Import> {
  requirePermission(caller, 'imports:write');
  const check = await findCheck(caller, id);
  if (check.status === 'QUEUED' || check.status === 'RUNNING')
    throw new AppError('CONFLICT', 'The file is still being checked. Wait for the end, or cancel the check.');
  if (await repository.findByFile(check.workspaceId, check.fileId)) throw started();
  if (!(await files.fileExists(check.workspaceId, check.fileId))) throw gone();
  const upload = { ...check, sizeBytes: Number(check.sizeBytes) };
  const fitted = mapping ? await fitMapping(upload, mapping) : null;
  const row = newImport(caller, {
    ...upload,
    header: fitted?.header ?? check.header,
    mapping: fitted?.aligned ?? check.mapping,
    dryRun,
    sourceId: check._id,
  });
  await withTransaction(async (session) => {
    if (!dryRun && !(await files.claimFile(row.workspaceId, row.fileId, row._id, session))) throw started();
    await repository.insertImport(row, session);
  });
  await enqueueImport(row);
  noteChange({
    targetId: row._id.toHexString(),
    targetName: row.fileName,
    after: { kind: row.kind, onlyChecked: dryRun },
  });
  return toImport(row);
}

const started = () => new AppError('CONFLICT', 'The import of this file was started already.');
const gone = () =>
  new AppError(
    'CONFLICT',
    'The file of this check is not there any more: it is kept for a day. Upload it again.',
  );

async function findCheck(caller: Caller, id: string): Promise<repository.ImportDocument> {
  const row = await findOwn(caller, id);
  if (row.dryRun) return row;
  throw new AppError('CONFLICT', 'This import was no check; its file was read already.');
}
