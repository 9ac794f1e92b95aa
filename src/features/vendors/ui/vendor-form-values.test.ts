import { describe, expect, it } from 'vitest';
import { createVendorInput, type VendorOf } from '../vendors.schema.ts';
import { formFieldOf, httpValuesOf, readHttp, readSmtp, smtpValuesOf } from './vendor-form-values.ts';

const dates = { createdAt: new Date(0), updatedAt: null };
const { settings } = createVendorInput.parse({
  kind: 'HTTP',
  name: 'Texts',
  settings: {
    url: 'https://vendor.example/send',
    headers: { 'x-shop': 'sample' },
    mode: 'BATCH',
    resultsPath: null,
  },
}) as Extract<ReturnType<typeof createVendorInput.parse>, { kind: 'HTTP' }>;
const http: VendorOf<'HTTP'> = {
  id: '1',
  name: 'Texts',
  kind: 'HTTP',
  ratePerSecond: 20,
  ...dates,
  settings,
  hasSigningSecret: true,
  callbackUrl: 'http://localhost:3000/api/webhooks/delivery-receipts',
  receiptSecrets: [],
  secretHeaders: ['authorization'],
};

const inputOf = (result: ReturnType<typeof readHttp>) => (result.ok ? result.input : result.problems);

describe('a vendor’s form', () => {
  it('reads back what it shows, and leaves secrets alone that nobody touched', () => {
    expect(inputOf(readHttp(httpValuesOf(http), http))).toEqual({
      kind: 'HTTP',
      name: 'Texts',
      ratePerSecond: 20,
      settings,
      secrets: { headers: {} },
    });
  });

  it('writes only the secrets that were changed', () => {
    const values = httpValuesOf(http);
    const changed = {
      ...values,
      signingSecret: { act: 'remove' as const },
      headers: [
        { name: 'X-Key', value: 'new', secret: true, isSet: false },
        { name: '', value: '', secret: false, isSet: false },
      ],
    };
    expect(inputOf(readHttp(changed, http))).toMatchObject({
      settings: { headers: {} },
      secrets: { signingSecret: null, headers: { 'x-key': 'new', authorization: null } },
    });
  });

  it('of a mail server begins with what is usual and says what is missing', () => {
    const result = readSmtp(smtpValuesOf(null));
    expect(result.ok || result.problems.map(({ path }) => path)).toEqual([
      'name',
      'settings.host',
      'settings.fromAddress',
    ]);
    const filled = {
      ...smtpValuesOf(null),
      name: 'Mail',
      host: 'smtp.example.com',
      fromAddress: 'a@b.example',
    };
    expect(inputOf(readSmtp(filled))).toMatchObject({
      ratePerSecond: null,
      settings: { port: 587, security: 'STARTTLS' },
      secrets: {},
    });
  });

  it('shows each error where it belongs', () => {
    const rows = [
      { name: 'X-A', value: '', secret: false, isSet: false },
      { name: 'X-B', value: '', secret: true, isSet: true },
    ];
    expect(formFieldOf('settings.url')).toBe('url');
    expect(formFieldOf('ratePerSecond')).toBe('rate');
    expect(formFieldOf('secrets.password')).toBe('password');
    expect(formFieldOf('secrets.headers.x-b', rows)).toBe('headers.1.value');
    expect(formFieldOf('settings.headers.X-A', rows)).toBe('headers.0.value');
  });
});
