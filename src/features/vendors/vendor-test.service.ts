import { ObjectId } from 'mongodb';
import { getEnv } from '../../env.ts';
import { noteChange } from '../../server/audit.ts';
import { connectOutbound, OutboundError } from '../../server/outbound.ts';
import { type Caller, requirePermission } from '../../server/permissions.ts';
import { UnreadableSecretError } from '../../server/secrets.ts';
import { withMailTransport } from './adapters/mail-transports.ts';
import { describeConnectionFailure } from './adapters/smtp.ts';
import { smtpSecretsOf } from './vendor-secrets.ts';
import type { StoredVendor } from './vendors.repository.ts';
import type { TestVendorResult } from './vendors.schema.ts';
import { requireVendor, sendThroughVendor } from './vendors.service.ts';

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Tries a vendor out: the connection (for a mail server with signing in), or with `to` a short message that is really
 * sent there. Nothing of it is kept.
 */
export async function testVendor(
  caller: Caller,
  input: { id: string; to?: string | undefined },
): Promise<TestVendorResult> {
  requirePermission(caller, 'vendors:write');
  const vendor = await requireVendor(caller.workspaceId, input.id);
  const began = performance.now();
  const result = input.to
    ? await sendSample(caller.workspaceId, vendor, input.to)
    : await tryConnection(vendor);
  noteChange({ targetName: vendor.name, after: { to: input.to ?? null, ok: result.ok } });
  return { ...result, tookMs: Math.round(performance.now() - began) };
}

type Result = Omit<TestVendorResult, 'tookMs'>;

async function sendSample(workspaceId: string, vendor: StoredVendor, to: string): Promise<Result> {
  const [answer] = await sendThroughVendor(workspaceId, vendor.id, [
    {
      messageId: new ObjectId().toHexString(),
      to,
      subject: 'A test from NexusFlow',
      body: `This message shows that NexusFlow can send through “${vendor.name}”. There is nothing to do.`,
      callbackUrl: getEnv().callbackUrl,
    },
  ]);
  if (answer?.status === 'ACCEPTED') return { ok: true, detail: `The vendor took a message for ${to}.` };
  return { ok: false, detail: answer?.reason ?? 'The vendor’s answer left the message out' };
}

async function tryConnection(vendor: StoredVendor): Promise<Result> {
  try {
    switch (vendor.kind) {
      case 'SIMULATOR':
        return { ok: true, detail: 'The simulator is part of NexusFlow.' };
      case 'HTTP': {
        const url = new URL(vendor.settings.url);
        const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
        (await connectOutbound(url.hostname, port, CONNECT_TIMEOUT_MS)).destroy();
        return { ok: true, detail: `${url.host} can be reached. Send a test message to try the rest.` };
      }
      case 'SMTP': {
        const config = { settings: vendor.settings, secrets: smtpSecretsOf(vendor) };
        await withMailTransport(vendor.id, config, (transport) => transport.verify());
        const signedIn = vendor.settings.user ? ' and took the user name and password' : '';
        return { ok: true, detail: `The mail server answered${signedIn}.` };
      }
    }
  } catch (error) {
    if (error instanceof UnreadableSecretError)
      return {
        ok: false,
        detail: 'The password cannot be read, because the encryption key changed. Enter it again.',
      };
    if (vendor.kind === 'HTTP' && error instanceof OutboundError)
      return { ok: false, detail: `${error.message}.` };
    if (vendor.kind === 'SMTP') return { ok: false, detail: `${describeConnectionFailure(error)}.` };
    throw error;
  }
}
