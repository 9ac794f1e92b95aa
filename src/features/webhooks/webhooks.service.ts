import { ObjectId } from 'mongodb';
import { getEnv } from '../../env.ts';
import { noteChange } from '../../server/audit.ts';
import { withTransaction } from '../../server/db.ts';
import { AppError } from '../../server/errors.ts';
import { OutboundError, resolveAllowed } from '../../server/outbound.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { rotated, sealRotating } from '../../server/rotating-secrets.ts';
import { changeVersion } from '../../server/versions.ts';
import { failPending } from './deliveries.repository.ts';
import { forgetListeners } from './outbox.service.ts';
import * as repository from './webhooks.repository.ts';
import {
  type CreateEndpointInput,
  MAX_ENDPOINTS,
  OFF_BY_HAND,
  type UpdateEndpointInput,
  type WebhookEndpoint,
} from './webhooks.schema.ts';

const HOUR_MS = 3_600_000;

/** The workspace's endpoints, oldest first. */
export async function listEndpoints(
  caller: Caller,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: WebhookEndpoint[]; nextCursor: string | null }> {
  requirePermission(caller, 'webhooks:read');
  const rows = await repository.listEndpoints(caller.workspaceId, { limit: limit + 1, after: cursor });
  const items = rows.slice(0, limit).map(repository.toEndpoint);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

export async function getEndpoint(caller: Caller, id: string): Promise<WebhookEndpoint> {
  requirePermission(caller, 'webhooks:read');
  return repository.toEndpoint(await requireEndpoint(caller, id));
}

/** Makes an endpoint with its secret, which is given out this once. @throws AppError CONFLICT when there are too many */
export async function createEndpoint(
  caller: Caller,
  input: CreateEndpointInput,
): Promise<WebhookEndpoint & { secret: string }> {
  requirePermission(caller, 'webhooks:write');
  await requireAllowedUrl(input.url);
  if ((await repository.countEndpoints(caller.workspaceId)) >= MAX_ENDPOINTS)
    throw new AppError('CONFLICT', `A workspace may have ${MAX_ENDPOINTS} endpoints. Delete one first.`);
  const _id = new ObjectId();
  const now = new Date();
  const secrets = rotated([], 0, now);
  const row: repository.EndpointDocument = {
    _id,
    workspaceId: new ObjectId(caller.workspaceId),
    url: input.url,
    description: input.description || null,
    events: input.events,
    secrets: sealRotating(secrets, repository.secretPlace(_id.toHexString())),
    failingSince: null,
    disabledAt: null,
    disabledReason: null,
    createdAt: now,
    updatedAt: now,
  };
  await repository.insertEndpoint(row);
  forgetListeners(caller.workspaceId);
  noteEndpoint(null, row);
  return { ...repository.toEndpoint(row), secret: secrets[0]?.secret ?? '' };
}

/**
 * Changes what is named. Turned on again, an endpoint begins as if nothing had failed.
 * @throws AppError PRECONDITION_FAILED when it is not at `ifUpdatedAt` any more
 */
export async function updateEndpoint(
  caller: Caller,
  { id, ifUpdatedAt, ...changes }: UpdateEndpointInput,
): Promise<WebhookEndpoint> {
  requirePermission(caller, 'webhooks:write');
  return changeVersion(
    () => requireEndpoint(caller, id),
    async (before) => {
      if (changes.url !== undefined && changes.url !== before.url) await requireAllowedUrl(changes.url);
      const updated = await repository.updateEndpoint(before, changedColumns(before, changes));
      if (!updated) return null;
      if (updated.disabledAt && !before.disabledAt) await failPending(updated.workspaceId, updated._id);
      forgetListeners(caller.workspaceId);
      noteEndpoint(before, updated);
      return repository.toEndpoint(updated);
    },
    ifUpdatedAt,
  );
}

const changedColumns = (
  before: repository.EndpointDocument,
  { url, description, events, enabled }: Omit<UpdateEndpointInput, 'id' | 'ifUpdatedAt'>,
): Partial<repository.EndpointDocument> => ({
  ...(url === undefined ? {} : { url, failingSince: null }),
  ...(description === undefined ? {} : { description: description || null }),
  ...(events === undefined ? {} : { events }),
  ...(enabled === true ? { disabledAt: null, disabledReason: null, failingSince: null } : {}),
  ...(enabled === false && !before.disabledAt ? { disabledAt: new Date(), disabledReason: OFF_BY_HAND } : {}),
});

/** Deletes an endpoint with its log. @throws AppError PRECONDITION_FAILED when it is not at `ifUpdatedAt` any more */
export async function deleteEndpoint(
  caller: Caller,
  { id, ifUpdatedAt }: { id: string; ifUpdatedAt?: Date | undefined },
): Promise<{ id: string }> {
  requirePermission(caller, 'webhooks:write');
  return changeVersion(
    () => requireEndpoint(caller, id),
    async (row) => {
      if (!(await withTransaction((session) => repository.deleteEndpoint(row, session)))) return null;
      forgetListeners(caller.workspaceId);
      noteEndpoint(row, null);
      return { id };
    },
    ifUpdatedAt,
  );
}

/** Makes another secret, given out this once; the one before signs too for the overlap. */
export async function rotateEndpointSecret(
  caller: Caller,
  { id, overlapHours }: { id: string; overlapHours: number },
): Promise<WebhookEndpoint & { secret: string }> {
  requirePermission(caller, 'webhooks:write');
  const before = await requireEndpoint(caller, id);
  const secrets = rotated(repository.secretsOf(before), overlapHours * HOUR_MS, new Date());
  const updated = await repository.updateEndpoint(before, {
    secrets: sealRotating(secrets, repository.secretPlace(id)),
  });
  if (!updated) throw new AppError('CONFLICT', 'Somebody else changed this endpoint just now. Look again.');
  noteEndpoint(before, updated);
  return { ...repository.toEndpoint(updated), secret: secrets[0]?.secret ?? '' };
}

/** @throws AppError NOT_FOUND also for another workspace's endpoint */
export async function requireEndpoint(caller: Caller, id: string): Promise<repository.EndpointDocument> {
  const row = await repository.findEndpoint(caller.workspaceId, id);
  if (!row) throw unknownEndpoint();
  return row;
}

const unknownEndpoint = () => new AppError('NOT_FOUND', 'There is no webhook endpoint with this id.');

/** Encrypted on its way, unless an operator says the host is on one's own network; and no address behind the wall. */
async function requireAllowedUrl(text: string): Promise<void> {
  const url = new URL(text);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const { production, privateHosts } = getEnv();
  const name = url.hostname.toLowerCase();
  const own = privateHosts.includes(name) || privateHosts.includes(`${name}:${port}`);
  if (url.protocol === 'http:' && production && !own)
    throw wrong('must begin with https://, so that nobody reads along on the way');
  try {
    await resolveAllowed(url.hostname, port);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    // A name that does not resolve now may do so later.
    if (error.reason === 'FORBIDDEN_ADDRESS') throw wrong(`${error.message}.`);
  }
}

const wrong = (message: string) =>
  new AppError('VALIDATION', `The address ${message}`, { errors: [{ path: 'url', message }] });

function noteEndpoint(
  before: repository.EndpointDocument | null,
  after: repository.EndpointDocument | null,
): void {
  const shown = (row: repository.EndpointDocument | null) =>
    row
      ? { url: row.url, description: row.description, events: row.events, enabled: row.disabledAt === null }
      : undefined;
  const { _id, url } = after ?? before ?? {};
  const resigned = before && after && before.secrets !== after.secrets;
  noteChange({
    targetId: _id?.toHexString(),
    targetName: url,
    before: shown(before),
    after: after ? { ...shown(after), ...(resigned ? { signing: 'changed' } : {}) } : undefined,
  });
}
