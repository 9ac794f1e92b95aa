import { ObjectId } from 'mongodb';
import { AppError, type FieldError } from '../../server/errors.ts';
import { OutboundError, resolveAllowed } from '../../server/outbound.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { UnreadableSecretError } from '../../server/secrets.ts';
import { changeVersion } from '../../server/versions.ts';
import { vendorUseOf } from '../campaigns/vendor-use.ts';
import { httpSecretsOf, sealSecrets, smtpSecretsOf, toVendor } from './vendor-secrets.ts';
import * as repository from './vendors.repository.ts';
import {
  type CreateVendorInput,
  createVendorInput,
  type PatchVendorInput,
  type UpdateVendorInput,
  updateSimulatorInput,
  type Vendor,
  type VendorUsage,
} from './vendors.schema.ts';
import { noteVendor, requireVendor, updateSimulator } from './vendors.service.ts';

export async function createVendor(caller: Caller, input: CreateVendorInput): Promise<Vendor> {
  requirePermission(caller, 'vendors:write');
  await requireReachable(input);
  const id = new ObjectId().toHexString();
  const secrets = sealSecrets(id, input, null);
  const vendor = await repository.insertVendor(caller.workspaceId, id, { ...columnsOf(input), secrets });
  noteVendor(null, vendor);
  return toVendor(vendor);
}

/**
 * Settings are replaced as a whole; of the secrets only what is named changes.
 * @throws AppError PRECONDITION_FAILED when it is not at `ifUpdatedAt` any more
 */
export async function updateVendor(
  caller: Caller,
  { id, ifUpdatedAt, ...input }: UpdateVendorInput,
): Promise<Vendor> {
  requirePermission(caller, 'vendors:write');
  return changeVersion(
    () => requireVendor(caller.workspaceId, id),
    (before) => replaceVendor(caller, before, input),
    ifUpdatedAt,
  );
}

/**
 * Changes what is named and leaves the rest, whatever the vendor's kind.
 * @throws ZodError for what does not fit its kind
 * @throws AppError PRECONDITION_FAILED when it is not at `ifUpdatedAt` any more
 */
export async function patchVendor(
  caller: Caller,
  { id, ifUpdatedAt, settings = {}, secrets = {}, ...named }: PatchVendorInput,
): Promise<Vendor> {
  requirePermission(caller, 'vendors:write');
  const read = () => requireVendor(caller.workspaceId, id);
  if ((await read()).kind === 'SIMULATOR') {
    if (named.name !== undefined || Object.keys(secrets).length > 0)
      throw new AppError('CONFLICT', 'The simulator keeps its name and has no secrets; change its settings.');
    return updateSimulator(caller, updateSimulatorInput.parse({ id, ifUpdatedAt, settings, ...named }));
  }
  return changeVersion(
    read,
    (before) => {
      const { kind, name, ratePerSecond } = before;
      const whole = { kind, name, ratePerSecond, ...named, settings: { ...before.settings, ...settings } };
      return replaceVendor(caller, before, createVendorInput.parse({ ...whole, secrets }));
    },
    ifUpdatedAt,
  );
}

/** Null when somebody else was faster. */
async function replaceVendor(
  caller: Caller,
  before: repository.StoredVendor,
  input: CreateVendorInput,
): Promise<Vendor | null> {
  if (before.kind !== input.kind)
    throw new AppError('CONFLICT', 'A vendor stays of the kind it was made as.');
  await requireReachable(input);
  requireSecretsForNewPlace(before, input);
  const updated = await repository.updateVendor(caller.workspaceId, before, {
    ...columnsOf(input),
    secrets: sealSecrets(before.id, input, isReadable(before) ? before : null),
  });
  if (!updated) return null;
  noteVendor(before, updated);
  return toVendor(updated);
}

/** What stands against its deletion, to be asked before it. @throws AppError NOT_FOUND also for another workspace's vendor */
export async function getVendorUsage(caller: Caller, id: string): Promise<VendorUsage> {
  requirePermission(caller, 'vendors:write');
  await requireVendor(caller.workspaceId, id);
  return vendorUseOf(caller.workspaceId, id);
}

/** @throws AppError PRECONDITION_FAILED when it is not at `ifUpdatedAt` any more */
export async function deleteVendor(
  caller: Caller,
  { id, ifUpdatedAt }: { id: string; ifUpdatedAt?: Date | undefined },
): Promise<{ id: string }> {
  requirePermission(caller, 'vendors:write');
  return changeVersion(
    () => requireVendor(caller.workspaceId, id),
    async (vendor) => {
      if (vendor.kind === 'SIMULATOR')
        throw new AppError('CONFLICT', 'The simulator stays: campaigns that name no vendor go through it.');
      const [campaign] = (await vendorUseOf(caller.workspaceId, id)).campaigns;
      if (campaign)
        throw new AppError(
          'CONFLICT',
          `The campaign “${campaign.name}” uses this vendor. Give it another one, or wait until it has ended.`,
        );
      if (!(await repository.deleteVendor(caller.workspaceId, vendor))) return null;
      noteVendor(vendor, null);
      return { id };
    },
    ifUpdatedAt,
  );
}

const columnsOf = ({ secrets: _, ...columns }: CreateVendorInput) => columns;

/** Told at once where the wall stands; a name that does not resolve now may do so later. */
async function requireReachable(input: CreateVendorInput): Promise<void> {
  const { host, port, path } = placeOf(input);
  try {
    await resolveAllowed(host, port);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    if (error.reason === 'FORBIDDEN_ADDRESS') throw wrong([{ path, message: `${error.message}.` }]);
  }
}

function placeOf(input: Pick<CreateVendorInput, 'kind' | 'settings'> & CreateVendorInput): {
  host: string;
  port: number;
  path: string;
} {
  if (input.kind === 'SMTP')
    return { host: input.settings.host, port: input.settings.port, path: 'settings.host' };
  const url = new URL(input.settings.url);
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  return { host: url.hostname, port, path: 'settings.url' };
}

/**
 * Secrets go only where they were meant to: whoever points a vendor to another server must give them again. Else
 * somebody who may not see them could have them sent to a server of their own.
 */
function requireSecretsForNewPlace(before: repository.StoredVendor, input: CreateVendorInput): void {
  if (before.kind === 'SIMULATOR' || before.secrets === null || !isReadable(before)) return;
  if (before.kind === 'HTTP' && input.kind === 'HTTP') {
    if (new URL(before.settings.url).origin === new URL(input.settings.url).origin) return;
    const kept = Object.keys(httpSecretsOf(before).headers).filter(
      (name) => input.secrets.headers?.[name] === undefined,
    );
    const errors = kept.map((name) => giveAgain(`secrets.headers.${name}`));
    if (errors.length > 0) throw wrong(errors);
  }
  if (before.kind === 'SMTP' && input.kind === 'SMTP') {
    const { host, port, security } = input.settings;
    const same = before.settings.host === host && before.settings.port === port;
    const asSafe = security !== 'NONE' || before.settings.security === 'NONE';
    if ((same && asSafe) || input.secrets.password !== undefined) return;
    throw wrong([giveAgain('secrets.password')]);
  }
}

const giveAgain = (path: string): FieldError => ({
  path,
  message: 'give it again: it was meant for another server',
});

const wrong = (errors: FieldError[]): AppError =>
  new AppError('VALIDATION', errors.map(({ message }) => message).join(' '), { errors });

function isReadable(vendor: repository.StoredVendor): boolean {
  try {
    if (vendor.kind === 'HTTP') httpSecretsOf(vendor);
    if (vendor.kind === 'SMTP') smtpSecretsOf(vendor);
    return true;
  } catch (error) {
    if (error instanceof UnreadableSecretError) return false;
    throw error;
  }
}
