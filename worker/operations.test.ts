import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import contractJson from '../prisma/contract.json' with { type: 'json' };
import { readEnv } from '../src/env.ts';
import { aiMetrics } from '../src/features/ai/ai-metrics.ts';
import { httpSeconds, jobSeconds, metricsRegistry } from '../src/server/metrics.ts';
import { queueGauges } from '../src/server/queue-metrics.ts';
import { processors } from './processors.ts';

// What operators are told, and what they load into Prometheus and Grafana, against what there is.

const GUIDE = readFileSync('docs/operations.md', 'utf8');
const WATCHERS = ['ops/alerts.yaml', 'ops/grafana-dashboard.json'].map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

process.env.DATABASE_URL ||= 'mongodb://127.0.0.1:1/unused';
process.env.REDIS_URL ||= 'redis://127.0.0.1:1';

/** Every metric there is, with the names under which Prometheus keeps it. */
function known(): Map<string, string[]> {
  queueGauges();
  httpSeconds();
  jobSeconds();
  aiMetrics();
  return new Map(
    metricsRegistry()
      .getMetricsAsArray()
      .map(({ name }) => [
        name,
        name.endsWith('_seconds') ? [name, `${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
      ]),
  );
}

const named = (text: string): string[] => [
  ...new Set(text.match(/\b(?:nexusflow|process|nodejs)_[a-z][a-z0-9_]*/g) ?? []),
];

describe('metrics', () => {
  it.each(WATCHERS)('$path asks only for metrics that exist', ({ text }) => {
    const series = new Set([...known().values()].flat());
    expect(named(text).length).toBeGreaterThan(5);
    expect(named(text).filter((name) => !series.has(name))).toEqual([]);
  });

  it.each(WATCHERS)('$path asks for queues and jobs that exist', ({ text }) => {
    const jobs = new Set(processors.map(({ job }) => job.name));
    const queues = new Set([...processors.map(({ job }) => job.queue as string), 'vendor-simulator']);
    const asked = (label: string) =>
      [...text.matchAll(new RegExp(`\\b${label}!?=\\\\?"([a-z.-]+)\\\\?"`, 'g'))].map(([, value]) => value);
    expect(asked('job').filter((job) => !jobs.has(job ?? ''))).toEqual([]);
    expect(asked('queue').filter((queue) => !queues.has(queue ?? ''))).toEqual([]);
  });

  it('the guide explains every metric, and none that does not exist', () => {
    const explained = named(GUIDE.replaceAll(/```[\s\S]*?```/g, ''));
    expect(explained.toSorted()).toEqual([...known().keys()].toSorted());
  });

  it('every panel of the dashboard asks something, of the Prometheus that is chosen', () => {
    const {
      panels,
    }: { panels: { type: string; targets?: { expr: string; datasource: { uid: string } }[] }[] } = JSON.parse(
      WATCHERS[1]?.text ?? '',
    );
    for (const { type, targets = [] } of panels) {
      if (type === 'row') continue;
      expect(targets.length).toBeGreaterThan(0);
      for (const { expr, datasource } of targets) {
        expect(expr).not.toBe('');
        expect(datasource.uid).toBe('$' + '{datasource}');
      }
    }
  });
});

describe('sharding', () => {
  const collections: Record<string, { indexes?: { keys: { field: string }[]; unique?: boolean }[] }> =
    contractJson.storage.namespaces.__unbound__.entries.collection;
  const uniqueKeys = (name: string): string[][] =>
    (collections[name]?.indexes ?? []).filter((i) => i.unique).map((i) => i.keys.map((k) => k.field));
  const listed = (from: string, to: string) =>
    [...(GUIDE.split(from)[1]?.split(to)[0] ?? '').matchAll(/[`']([a-zA-Z]+)[`']/g)].map(
      ([, name]) => name ?? '',
    );

  it('proposes keys that every unique index of the collection begins with', () => {
    const names = listed('for (const name of [', '])');
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) for (const keys of uniqueKeys(name)) expect(keys[0], name).toBe('workspaceId');
    expect(uniqueKeys('messages')).toEqual([['workspaceId', 'campaignId', 'customerId']]);
  });

  it('names every collection that cannot be', () => {
    const cannot = Object.keys(collections).filter((name) =>
      uniqueKeys(name).some(([first]) => first !== 'workspaceId'),
    );
    expect(listed('since a unique index does not begin with it:', 'They are small').toSorted()).toEqual(
      cannot.toSorted(),
    );
  });
});

describe('keys', () => {
  it('the command of the guide writes down the keys that are derived', () => {
    const secret = 'a-secret-of-more-than-16-characters';
    const script = /node --env-file=\.env -e "\n([\s\S]*?)\n"\n/.exec(GUIDE)?.[1] ?? '';
    const { stdout } = spawnSync(process.execPath, ['-e', script], {
      encoding: 'utf8',
      env: { ...process.env, NEXTAUTH_SECRET: secret },
    });
    const services = { DATABASE_URL: 'mongodb://db.example/shop', REDIS_URL: 'redis://cache.example' };
    const derived = readEnv({ ...services, NEXTAUTH_SECRET: secret });
    const written = readEnv({
      ...services,
      ...parseEnv(stdout),
      NEXTAUTH_SECRET: 'another-secret-of-16-characters',
    });
    expect(written.encryptionKey).toEqual(derived.encryptionKey);
    expect(written.webhookSecret).toBe(derived.webhookSecret);
  });
});
