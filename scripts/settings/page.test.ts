import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { envSchema } from '../../src/env.ts';
import { settingsPage } from './page.ts';

describe('docs/settings.md', () => {
  const page = readFileSync('docs/settings.md', 'utf8');

  it('is what npm run settings writes', () => {
    expect(page).toBe(settingsPage(readFileSync('.env.example', 'utf8')));
  });

  it('has each key that the application reads, once, with its default', () => {
    const defaults: Record<string, unknown> = envSchema.parse({});
    for (const key of Object.keys(envSchema.shape)) {
      const [, part, ...more] = page.split(`### ${key}\n`);
      expect(more, key).toEqual([]);
      // NODE_ENV is the one key whose default depends on what is started.
      if (key !== 'NODE_ENV')
        expect(part, key).toContain(
          defaults[key] === undefined ? 'Default: not set.' : `Default: \`${defaults[key]}\`.`,
        );
    }
  });

  it('refuses a key that nobody explained', () => {
    expect(() => settingsPage('# ── Part ──\n# Words.\nKEY=1\n\nBARE=\n')).toThrow('BARE');
  });
});
