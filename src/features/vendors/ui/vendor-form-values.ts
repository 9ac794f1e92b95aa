import { DEFAULT_BODY } from '../vendor-settings.schema.ts';
import { type CreateVendorInput, createVendorInput, type Vendor, type VendorOf } from '../vendors.schema.ts';

// What people type, and how it becomes a vendor's input. Everything is a text, as inputs hold it.

/** A secret in a form: left as it is, taken away, or replaced by what is typed. */
export type SecretValue = { act: 'keep' } | { act: 'remove' } | { act: 'replace'; value: string };

export interface HeaderRow {
  name: string;
  value: string;
  secret: boolean;
  /** The server has a secret value for it; an empty text keeps that. */
  isSet: boolean;
}

export interface HttpValues {
  name: string;
  rate: string;
  url: string;
  headers: HeaderRow[];
  signingSecret: SecretValue;
  mode: 'SINGLE' | 'BATCH';
  batchSize: string;
  template: string;
  itemsPath: string;
  /** Whether a batch gets one answer for all its messages instead of one for each. */
  oneAnswer: boolean;
  resultsPath: string;
  idPath: string;
  messageIdPath: string;
  errorPath: string;
  retryablePath: string;
  receipts: boolean;
}

export interface SmtpValues {
  name: string;
  rate: string;
  host: string;
  port: string;
  security: 'TLS' | 'STARTTLS' | 'NONE';
  user: string;
  password: SecretValue;
  fromName: string;
  fromAddress: string;
  replyTo: string;
  maxConnections: string;
}

/** A secret as a form begins with it: an empty field when there is none yet. */
const startOf = (isSet: boolean): SecretValue => (isSet ? { act: 'keep' } : { act: 'replace', value: '' });
const rateOf = (vendor: Vendor | null): string => String(vendor?.ratePerSecond ?? '');

export function httpValuesOf(vendor: VendorOf<'HTTP'> | null): HttpValues {
  const settings = vendor?.settings;
  return {
    name: vendor?.name ?? '',
    rate: rateOf(vendor),
    url: settings?.url ?? '',
    headers: [
      ...Object.entries(settings?.headers ?? {}).map(([name, value]) => ({
        name,
        value,
        secret: false,
        isSet: false,
      })),
      ...(vendor?.secretHeaders ?? []).map((name) => ({ name, value: '', secret: true, isSet: true })),
    ],
    signingSecret: startOf(vendor?.hasSigningSecret ?? false),
    mode: settings?.mode ?? 'SINGLE',
    batchSize: String(settings?.batchSize ?? 100),
    template: settings?.template ?? DEFAULT_BODY,
    itemsPath: settings?.itemsPath ?? '',
    oneAnswer: settings?.resultsPath === null,
    resultsPath: settings?.resultsPath ?? '',
    idPath: settings?.idPath ?? 'id',
    messageIdPath: settings?.messageIdPath ?? '',
    errorPath: settings?.errorPath ?? '',
    retryablePath: settings?.retryablePath ?? '',
    receipts: settings?.receipts ?? false,
  };
}

export function smtpValuesOf(vendor: VendorOf<'SMTP'> | null): SmtpValues {
  const settings = vendor?.settings;
  return {
    name: vendor?.name ?? '',
    rate: rateOf(vendor),
    host: settings?.host ?? '',
    port: String(settings?.port ?? 587),
    security: settings?.security ?? 'STARTTLS',
    user: settings?.user ?? '',
    password: startOf(vendor?.hasPassword ?? false),
    fromName: settings?.fromName ?? '',
    fromAddress: settings?.fromAddress ?? '',
    replyTo: settings?.replyTo ?? '',
    maxConnections: String(settings?.maxConnections ?? 5),
  };
}

export interface Problem {
  /** In the input's words, dots between. */
  path: string;
  message: string;
}
export type Read = { ok: true; input: CreateVendorInput } | { ok: false; problems: Problem[] };

/** @param before the vendor that is changed: a secret header that is gone from the form is taken away */
export function readHttp(values: HttpValues, before: VendorOf<'HTTP'> | null): Read {
  const rows = values.headers.filter(({ name, value }) => name.trim() || value.trim());
  const nameOf = (row: HeaderRow) => row.name.trim().toLowerCase();
  const secretRows = rows.filter(({ secret }) => secret);
  const gone = (before?.secretHeaders ?? []).filter(
    (name) => !secretRows.some((row) => nameOf(row) === name),
  );
  const signingSecret = writtenSecret(values.signingSecret);
  return read({
    kind: 'HTTP',
    name: values.name,
    ratePerSecond: values.rate.trim() || null,
    settings: {
      url: values.url.trim(),
      headers: Object.fromEntries(
        rows.filter(({ secret }) => !secret).map((row) => [nameOf(row), row.value]),
      ),
      mode: values.mode,
      batchSize: values.batchSize,
      template: values.template,
      itemsPath: values.itemsPath,
      resultsPath: values.oneAnswer ? null : values.resultsPath,
      idPath: values.idPath,
      messageIdPath: values.messageIdPath,
      errorPath: values.errorPath,
      retryablePath: values.retryablePath,
      receipts: values.receipts,
    },
    secrets: {
      ...(signingSecret === undefined ? {} : { signingSecret }),
      headers: {
        ...Object.fromEntries(gone.map((name) => [name, null])),
        ...Object.fromEntries(
          secretRows.filter(({ value }) => value.trim()).map((row) => [nameOf(row), row.value]),
        ),
      },
    },
  });
}

export function readSmtp({ name, rate, password, ...settings }: SmtpValues): Read {
  const written = writtenSecret(password);
  return read({
    kind: 'SMTP',
    name,
    ratePerSecond: rate.trim() || null,
    settings: {
      ...settings,
      fromAddress: settings.fromAddress.trim(),
      replyTo: settings.replyTo.trim(),
    },
    secrets: written === undefined ? {} : { password: written },
  });
}

/** undefined leaves the secret as it is; null takes it away. */
function writtenSecret(secret: SecretValue): string | null | undefined {
  if (secret.act === 'remove') return null;
  return secret.act === 'replace' && secret.value.trim() !== '' ? secret.value.trim() : undefined;
}

function read(input: unknown): Read {
  const parsed = createVendorInput.safeParse(input);
  if (parsed.success) return { ok: true, input: parsed.data };
  return {
    ok: false,
    problems: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  };
}

const FIELDS: Record<string, string> = {
  ratePerSecond: 'rate',
  'secrets.signingSecret': 'signingSecret',
  'secrets.password': 'password',
};

/** The form's field that an input's path stands for: `settings.url` is `url`, a header is its row's. */
export function formFieldOf(path: string, headers: readonly HeaderRow[] = []): string {
  const header = /^(?:settings|secrets)\.headers\.(.+)$/.exec(path)?.[1]?.toLowerCase();
  if (header !== undefined) {
    const row = headers.findIndex(({ name }) => name.trim().toLowerCase() === header);
    return `headers.${Math.max(0, row)}.value`;
  }
  return FIELDS[path] ?? path.replace(/^settings\./, '');
}
