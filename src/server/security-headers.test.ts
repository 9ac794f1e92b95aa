import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { getEnv } from '../env.ts';
import { APP_PAGES } from '../lib/app-pages.ts';
import { headersAt, pagePolicy, SONNER_STYLES, securityHeaders } from './security-headers.ts';

beforeEach(() => {
  process.env.DATABASE_URL ||= 'mongodb://db.example/shop';
  process.env.REDIS_URL ||= 'redis://cache.example:6379';
  Object.assign(getEnv(), { production: true, appUrl: 'http://localhost:3000' });
});

/** The sheet that sonner adds, as its code writes it. */
function sonnerSheet(): string {
  const folder = dirname(createRequire(import.meta.url).resolve('sonner'));
  const [, literal = ''] =
    /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(readFileSync(join(folder, 'index.mjs'), 'utf8')) ?? [];
  return JSON.parse(literal);
}

describe('the policy of pages', () => {
  it('allows no inline code or style, nobody else’s files and no frame around it', () => {
    const policy = pagePolicy('bm9uY2U=');
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("connect-src 'self' ws://localhost:3000;");
  });

  it('lets an HTML message be shown in a frame of ours, where it may do nothing but draw itself', () => {
    const headers = headersAt('/api/message-preview');
    expect(headers['content-security-policy']).toBe(
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
    );
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(headersAt('/api/customers')['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headersAt('/campaigns')).toEqual({});
  });

  it('asks for https where we are reached by it, for two years', () => {
    expect(securityHeaders()).not.toHaveProperty('strict-transport-security');
    getEnv().appUrl = 'https://crm.example.com';
    expect(pagePolicy('a')).toContain('upgrade-insecure-requests');
    expect(securityHeaders()['strict-transport-security']).toContain('max-age=63072000');
  });

  it('knows the toasts’ style sheet by its hash', () => {
    const hashes = ['', sonnerSheet()].map(
      (sheet) => `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`,
    );
    expect(hashes).toEqual(SONNER_STYLES);
  });
});

it('every page of the app needs a session', () => {
  const folders = readdirSync('src/app/(app)', { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  // /workspaces/new stands alone, in the frame of the sign-in.
  expect([...folders.map(({ name }) => name), 'workspaces'].toSorted()).toEqual(APP_PAGES);
});
