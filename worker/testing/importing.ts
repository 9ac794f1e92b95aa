import type { Import, ImportKind } from '../../src/features/imports/imports.schema.ts';
import { getImport, type ImportOptions, startImport } from '../../src/features/imports/imports.service.ts';
import { collection, toObjectId } from '../../src/server/db.ts';
import type { Caller } from '../../src/server/permissions.ts';

/** Test support: content as the bytes of an upload. */
export async function* bytesOf(content: string | Buffer): AsyncGenerator<Buffer> {
  yield Buffer.from(content);
}

/** Test support: resolves when `check` holds for the import. */
export async function importWhen(
  caller: Caller,
  id: string,
  check: (state: Import) => boolean,
): Promise<Import> {
  for (;;) {
    const state = await getImport(caller, id);
    if (check(state)) return state;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const isOver = ({ status }: Import): boolean => status !== 'QUEUED' && status !== 'RUNNING';
const isUndone = ({ undo }: Import): boolean => undo?.status === 'DONE' || undo?.status === 'FAILED';

export const importEnd = (caller: Caller, id: string): Promise<Import> => importWhen(caller, id, isOver);
export const undoEnd = (caller: Caller, id: string): Promise<Import> => importWhen(caller, id, isUndone);

/** Test support: uploads CSV text and waits for the end of its import. */
export async function importText(
  caller: Caller,
  kind: ImportKind,
  content: string | Buffer | AsyncIterable<Buffer>,
  options: ImportOptions = {},
): Promise<Import> {
  const bytes = typeof content === 'string' || Buffer.isBuffer(content) ? bytesOf(content) : content;
  const { importId } = await startImport(caller, { kind, fileName: 'sample.csv', bytes }, options);
  return importEnd(caller, importId);
}

/** Test support: every customer and order of the workspace as stored, by address and number. */
export async function shopOf(caller: Caller) {
  const own = { workspaceId: toObjectId(caller.workspaceId) };
  const [customers, orders] = await Promise.all([
    collection('customers').find(own).sort({ email: 1 }).toArray(),
    collection('orders').find(own).sort({ orderId: 1 }).toArray(),
  ]);
  return { customers, orders };
}
