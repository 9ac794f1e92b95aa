import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { permissionNames } from '../../server/permissions.ts';
import { operations } from '../operations.ts';
import { openApiDocument } from './document.ts';
import { tags } from './tags.ts';

const document = openApiDocument();
const described = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    path,
    operation,
  })),
);
const OPEN = ['/health', '/ready', '/metrics'];

describe('the OpenAPI document', () => {
  it('is the one in docs/openapi.json; `npm run openapi` writes it anew', async () => {
    expect(JSON.parse(await readFile('docs/openapi.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(document)),
    );
  });

  it('is found faultless by redocly', async () => {
    const { stdout, stderr } = await promisify(execFile)(
      'npx',
      ['redocly', 'lint', '--config', 'redocly.yaml', '--format=json'],
      { env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
    ).catch((failed: { stdout: string; stderr: string }) => failed);
    const report: unknown = JSON.parse(stdout || '{}');
    expect(report, stderr).toMatchObject({ totals: { errors: 0, warnings: 0 } });
  });

  it('has every procedure with a path, with the scope it really needs', () => {
    for (const { method, path, permission } of operations) {
      const found = described.find(({ name }) => name === `${method} ${path}`);
      expect(found?.operation.security, `${method} ${path}`).toEqual(
        permission ? [{ apiKey: [permission] }, { session: [permission] }] : [],
      );
    }
  });

  it('does not say that ids look like ours where a queue gave them', () => {
    const item = { properties: { id: { type: 'string', pattern: '.' } } };
    const schema = { properties: { items: { items: item } } };
    expect(document.paths['/queue/failed']?.get?.responses['200']).toMatchObject({
      content: { 'application/json': { schema } },
    });
  });

  it.each(described)(
    '$name says what it is for, what it answers and how it refuses',
    ({ path, operation }) => {
      expect(operation.summary).toMatch(/\S/);
      expect(tags.map(({ name }) => name)).toContain(operation.tags[0]);
      const statuses = Object.keys(operation.responses);
      expect(statuses).toContain('5XX');
      for (const scope of operation.security.flatMap((one) => Object.values(one).flat())) {
        expect(permissionNames).toContain(scope);
        expect(operation.description).toContain(`\`${scope}\``);
      }
      if (operation.security.length > 0) expect(statuses).toEqual(expect.arrayContaining(['401', '403']));
      if (path.includes('{')) expect(statuses).toContain('404');
      if (!OPEN.includes(path)) expect(statuses.some((status) => status.startsWith('4'))).toBe(true);
      const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
      const media = success && 'content' in success ? Object.values(success.content ?? {}) : [];
      expect(media.length).toBeGreaterThan(0);
      for (const { example } of media) expect(example).toBeDefined();
    },
  );
});
