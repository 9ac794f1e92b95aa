import { decryptSecret, encryptSecret } from '../../server/secrets.ts';
import { callbackUrlOf, receiptSecretStates } from './receipt-secrets.ts';
import {
  type HttpSecrets,
  httpSecretsSchema,
  type SmtpSecrets,
  smtpSecretsSchema,
} from './vendor-settings.schema.ts';
import type { StoredVendor } from './vendors.repository.ts';
import type { CreateVendorInput, Vendor, VendorOf } from './vendors.schema.ts';

// All of a vendor's secrets are one encrypted text, bound to the vendor's id.

const placeOf = (id: string): string => `vendor:${id}`;

const open = (vendor: Pick<StoredVendor, 'id' | 'secrets'>): unknown =>
  vendor.secrets === null ? {} : JSON.parse(decryptSecret(vendor.secrets, placeOf(vendor.id)));

/** @throws UnreadableSecretError */
export const httpSecretsOf = (vendor: Pick<StoredVendor, 'id' | 'secrets'>): HttpSecrets =>
  httpSecretsSchema.parse(open(vendor));
/** @throws UnreadableSecretError */
export const smtpSecretsOf = (vendor: Pick<StoredVendor, 'id' | 'secrets'>): SmtpSecrets =>
  smtpSecretsSchema.parse(open(vendor));

/**
 * The encrypted secrets after a change: what the input leaves out stays as it was, null takes it away.
 * @param before the vendor as it is; null when it is new, or when nothing of before may be kept
 */
export function sealSecrets(
  id: string,
  input: CreateVendorInput,
  before: StoredVendor | null,
): string | null {
  const merged = input.kind === 'HTTP' ? mergeHttp(input.secrets, before) : mergeSmtp(input.secrets, before);
  return merged === null ? null : encryptSecret(JSON.stringify(merged), placeOf(id));
}

type HttpInput = Extract<CreateVendorInput, { kind: 'HTTP' }>['secrets'];
function mergeHttp(input: HttpInput, before: StoredVendor | null): HttpSecrets | null {
  const kept: HttpSecrets = before ? httpSecretsOf(before) : { headers: {} };
  const headers = Object.fromEntries(
    Object.entries({ ...kept.headers, ...input.headers }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value]],
    ),
  );
  const signingSecret = input.signingSecret === undefined ? kept.signingSecret : input.signingSecret;
  if (!signingSecret && Object.keys(headers).length === 0) return null;
  return { headers, ...(signingSecret ? { signingSecret } : {}) };
}

type SmtpInput = Extract<CreateVendorInput, { kind: 'SMTP' }>['secrets'];
function mergeSmtp(input: SmtpInput, before: StoredVendor | null): SmtpSecrets | null {
  const kept = before ? smtpSecretsOf(before) : {};
  const password = input.password === undefined ? kept.password : input.password;
  return password ? { password } : null;
}

/** A vendor as the world may see it. Unreadable secrets (the key changed) show as none: they must be given again. */
export function toVendor(stored: StoredVendor): Vendor {
  const { secrets: _, receiptSecrets, ...vendor } = stored;
  switch (vendor.kind) {
    case 'SIMULATOR':
      return vendor;
    case 'HTTP':
      return {
        ...vendor,
        ...httpFlags(stored),
        callbackUrl: callbackUrlOf(stored),
        receiptSecrets: readable(() => receiptSecretStates(vendor.id, receiptSecrets)) ?? [],
      };
    case 'SMTP':
      return { ...vendor, hasPassword: readable(() => smtpSecretsOf(stored))?.password !== undefined };
  }
}

function httpFlags(stored: StoredVendor): Pick<VendorOf<'HTTP'>, 'hasSigningSecret' | 'secretHeaders'> {
  const secrets = readable(() => httpSecretsOf(stored));
  return {
    hasSigningSecret: secrets?.signingSecret !== undefined,
    secretHeaders: Object.keys(secrets?.headers ?? {}),
  };
}

function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
