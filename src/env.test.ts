import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { envSchema, readEnv } from './env.ts';

const SERVICES = { DATABASE_URL: 'mongodb://db.example/shop', REDIS_URL: 'redis://cache.example:6379' };
const SECRET = 'a-secret-of-more-than-16-characters';

/** The message `readEnv` refuses the settings with. */
function refusal(source: Record<string, string>): string {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('The settings were accepted');
}

describe('.env.example', () => {
  const text = readFileSync('.env.example', 'utf8');

  it('has every key the application reads, and no other', () => {
    expect(Object.keys(parseEnv(text)).toSorted()).toEqual(Object.keys(envSchema.shape).toSorted());
  });

  it('says what each key is for, on the line above it', () => {
    const lines = text.split('\n');
    const bare = lines.filter((line, i) => /^[A-Z_]+=/.test(line) && !/^# \S/.test(lines[i - 1] ?? ''));
    expect(bare).toEqual([]);
  });

  it('shows the defaults that apply when a key is left out', () => {
    const shown = Object.entries(parseEnv(text)).filter(([, value]) => value !== '');
    const defaults = envSchema.parse({});
    expect(Object.fromEntries(shown)).toEqual(
      Object.fromEntries(shown.map(([key]) => [key, String(defaults[key as keyof typeof defaults])])),
    );
  });

  it('works as it is once the two services are named', () => {
    expect(readEnv({ ...parseEnv(text), ...SERVICES })).toMatchObject({ port: 3000, production: false });
  });
});

describe('readEnv', () => {
  it('names everything that is missing in production, and where to set it', () => {
    const message = refusal({ NODE_ENV: 'production' });
    for (const key of ['DATABASE_URL', 'REDIS_URL', 'NEXTAUTH_SECRET', '.env.example'])
      expect(message).toContain(key);
    expect(message).not.toContain('npm run services');
  });

  it('points a developer to the embedded services', () => {
    expect(refusal({ REDIS_URL: SERVICES.REDIS_URL })).toMatch(/DATABASE_URL.*npm run services/s);
  });

  it('does without a secret in development only', () => {
    expect(readEnv(SERVICES).authSecret).not.toBe('');
    expect(refusal({ ...SERVICES, NODE_ENV: 'production' })).toContain('NEXTAUTH_SECRET');
    expect(readEnv({ ...SERVICES, NODE_ENV: 'production', NEXTAUTH_SECRET: SECRET }).authSecret).toBe(SECRET);
  });

  it.each([
    ['DATABASE_URL', 'postgres://db.example/shop'],
    ['REDIS_URL', 'https://cache.example'],
    ['PORT', '70000'],
    ['PORT', 'web'],
    ['NEXTAUTH_SECRET', 'short'],
    ['VENDOR_WEBHOOK_SECRET', 'not-a-webhook-secret'],
    ['LOG_LEVEL', 'loud'],
    ['WORKER_CONCURRENCY', '0'],
    ['ENCRYPTION_KEY', 'too-short'],
    ['GROQ_BASE_URL', 'localhost'],
    ['GROQ_TIMEOUT_MS', '0'],
    ['GROQ_PRICE_INPUT', '-1'],
    ['ENCRYPTION_KEY', 'A'.repeat(44)],
  ])('refuses %s=%s by name', (key, value) => {
    expect(refusal({ ...SERVICES, [key]: value })).toContain(`${key}:`);
  });

  it('takes MONGODB_URI for DATABASE_URL, which wins when both are set', () => {
    const { REDIS_URL } = SERVICES;
    const MONGODB_URI = 'mongodb+srv://atlas.example/shop';
    expect(readEnv({ MONGODB_URI, REDIS_URL }).databaseUrl).toBe(MONGODB_URI);
    expect(readEnv({ ...SERVICES, MONGODB_URI }).databaseUrl).toBe(SERVICES.DATABASE_URL);
  });

  it('puts Redis together from its parts', () => {
    const { DATABASE_URL } = SERVICES;
    expect(readEnv({ DATABASE_URL, REDIS_HOST: 'cache' }).redisUrl).toBe('redis://cache:6379');
    expect(
      readEnv({ DATABASE_URL, REDIS_HOST: 'cache', REDIS_PORT: '6380', REDIS_PASSWORD: 'p@ss/word' })
        .redisUrl,
    ).toBe('redis://:p%40ss%2Fword@cache:6380');
    expect(readEnv({ ...SERVICES, REDIS_HOST: 'elsewhere' }).redisUrl).toBe(SERVICES.REDIS_URL);
  });

  it('reaches Upstash over TLS by its REST pair, and only by the whole pair', () => {
    const { DATABASE_URL } = SERVICES;
    const UPSTASH_REDIS_REST_URL = 'https://eu1-sample.upstash.example';
    expect(
      readEnv({ DATABASE_URL, UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN: 'token+1' }).redisUrl,
    ).toBe('rediss://default:token%2B1@eu1-sample.upstash.example:6379');
    expect(refusal({ DATABASE_URL, UPSTASH_REDIS_REST_URL })).toContain('REDIS_URL');
  });

  it('takes an empty value for one that is not set', () => {
    const empty = Object.fromEntries(Object.keys(envSchema.shape).map((key) => [key, '']));
    expect(readEnv({ ...empty, ...SERVICES })).toEqual(readEnv(SERVICES));
  });

  it('works out the addresses from the port, or from the one address given', () => {
    expect(readEnv({ ...SERVICES, PORT: '4000' })).toMatchObject({
      appUrl: 'http://localhost:4000',
      internalUrl: 'http://127.0.0.1:4000',
      callbackUrl: 'http://localhost:4000/api/webhooks/delivery-receipts',
    });
    expect(readEnv({ ...SERVICES, NEXT_PUBLIC_APP_URL: 'https://crm.example/' })).toMatchObject({
      appUrl: 'https://crm.example',
      callbackUrl: 'https://crm.example/api/webhooks/delivery-receipts',
    });
  });

  it('derives one webhook secret per session secret', () => {
    const derived = (secret: string) => readEnv({ ...SERVICES, NEXTAUTH_SECRET: secret }).webhookSecret;
    expect(derived(SECRET)).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(derived(SECRET)).toBe(derived(SECRET));
    expect(derived(SECRET)).not.toBe(derived(`${SECRET}!`));
  });

  it('offers Google and Groq only when they are set up', () => {
    expect(readEnv({ ...SERVICES, AUTH_GOOGLE_ID: 'id' })).toMatchObject({ google: null, groq: null });
    expect(
      readEnv({ ...SERVICES, AUTH_GOOGLE_ID: 'id', AUTH_GOOGLE_SECRET: 's', GROQ_API_KEY: 'gsk' }),
    ).toMatchObject({ google: { id: 'id', secret: 's' }, groq: { apiKey: 'gsk' } });
  });

  it('knows what the AI service costs only when it is told', () => {
    expect(readEnv(SERVICES).groqPrices).toEqual({ input: null, output: null });
    expect(readEnv({ ...SERVICES, GROQ_PRICE_INPUT: '0.075', GROQ_PRICE_OUTPUT: '0' }).groqPrices).toEqual({
      input: 0.075,
      output: 0,
    });
  });

  it('takes the encryption key as it is given, or derives one per session secret', () => {
    const given = Buffer.alloc(32, 7);
    const read = (more: Record<string, string>) => readEnv({ ...SERVICES, ...more }).encryptionKey;
    expect(read({ ENCRYPTION_KEY: given.toString('base64') })).toEqual(given);
    const derived = read({ NEXTAUTH_SECRET: SECRET });
    expect(derived).toHaveLength(32);
    expect(read({ NEXTAUTH_SECRET: SECRET })).toEqual(derived);
    expect(read({ NEXTAUTH_SECRET: `${SECRET}!` })).not.toEqual(derived);
  });

  it('reads the callback hosts as a list', () => {
    expect(
      readEnv({ ...SERVICES, VENDOR_CALLBACK_HOSTS: ' Hooks.example , localhost:9000,, ' }).callbackHosts,
    ).toEqual(['hooks.example', 'localhost:9000']);
  });
});
