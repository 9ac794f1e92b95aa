import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Api, ImportState, Progress } from '../demo/api.ts';

interface Page<T> {
  items: T[];
}
interface Named {
  id: string;
  name: string;
}

/** Where the things are that have pages of their own: parts of paths. */
export interface Places {
  customer: string;
  import: string;
  badImport: string;
  audience: string;
  draft: string;
  sent: string;
  vendor: string;
  endpoint: string;
}

const BAD_ROWS = [
  'email,name,country',
  'ines.duarte@example.com,Ines Duarte,Portugal',
  'tom.becker@example,Tom Becker,Germany',
  'lotte@example.com,Lotte Visser,Netherlands',
  ',No Address,France',
].join('\n');

/** Adds to a sample workspace what it has none of: a draft, a schedule, bad rows, an endpoint. By the public API. */
export async function furnish(api: Api, dataDirectory: string): Promise<Places> {
  const audiences = (await api.get<Page<Named>>('/api/audiences?limit=100')).items;
  const audience = (name: string) => idOf(audiences, name);
  const draft = await api.post<Named>('/api/campaigns', {
    name: 'We have missed you',
    audienceId: audience('Big spenders gone quiet'),
    template: {
      subject: 'It has been a while, {{ customer.name }}',
      body: 'Dear {{ customer.name }},\n\nthe last time you ordered from us was in {{ customer.lastOrderAt | date: "%B" }}. There is much that is new: lanterns, tins, and the cake stands you know.\n\nYours,\n{{ workspace.name }}\n\nNo more of these: {{ unsubscribe_url }}',
    },
  });
  const scheduled = await api.post<Named>('/api/campaigns', {
    name: 'Lanterns for the long evenings',
    audienceId: audience('Good customers'),
    template: {
      subject: 'Lanterns, {{ customer.name }}?',
      body: 'Dear {{ customer.name }},\n\nthe evenings are long again. Here is some light.\n\nNo more of these: {{ unsubscribe_url }}',
    },
    scheduledAt: nextMorning(),
    timeZone: 'Europe/London',
  });
  await api.post(`/api/campaigns/${scheduled.id}/launch`);
  const file = join(dataDirectory, 'fair-visitors.csv');
  await writeFile(file, BAD_ROWS);
  const badImport = await api.upload('/api/customers/bulk-upload', file);
  while (['QUEUED', 'RUNNING'].includes((await api.get<ImportState>(`/api/imports/${badImport}`)).status))
    await pause(200);
  const endpoint = await api.post<Named>('/api/webhook-endpoints', {
    url: 'https://hooks.marlow.example/nexusflow',
    description: 'The shop’s own reports',
    events: ['campaign.completed'],
  });
  const [imports, campaigns, customers, vendors] = await Promise.all([
    api.get<Page<{ id: string; kind: string }>>('/api/imports?kind=ORDERS'),
    api.get<Page<Named>>('/api/campaigns?limit=100'),
    api.get<Page<Named>>('/api/customers?search=customer-17850'),
    api.get<Page<{ id: string; kind: string }>>('/api/vendors'),
  ]);
  return {
    customer: customers.items[0]?.id ?? '',
    import: imports.items[0]?.id ?? '',
    badImport,
    audience: audience('Good customers'),
    draft: draft.id,
    sent: idOf(campaigns.items, 'Thank you to good customers'),
    vendor: vendors.items.find(({ kind }) => kind === 'SIMULATOR')?.id ?? '',
    endpoint: endpoint.id,
  };
}

/** Launches a campaign to everyone, slowly, and waits until it is well on its way. @returns its id */
export async function launchSlowly(api: Api, { vendor }: Places): Promise<string> {
  await api.patch(`/api/vendors/${vendor}`, { ratePerSecond: 30 });
  const everyone = await api.post<Named>('/api/audiences', {
    name: 'Everyone who has ordered',
    rules: { combinator: 'and', rules: [{ field: 'orderCount', operator: '>=', value: 1 }] },
  });
  const { id } = await api.post<Named>('/api/campaigns', {
    name: 'Autumn letter',
    audienceId: everyone.id,
    template: {
      subject: 'What is new this autumn, {{ customer.name }}',
      body: 'Dear {{ customer.name }},\n\nour autumn things are here.\n\nYours,\n{{ workspace.name }}\n\nNo more of these: {{ unsubscribe_url }}',
    },
  });
  await api.post(`/api/campaigns/${id}/launch`);
  for (;;) {
    const { stats } = await api.get<Progress>(`/api/campaigns/${id}`);
    if (stats.audience > 0 && stats.delivered > stats.audience * 0.4) return id;
    await pause(500);
  }
}

const idOf = (things: readonly Named[], name: string): string => {
  const found = things.find((thing) => thing.name === name);
  if (!found) throw new Error(`There is no “${name}”`);
  return found.id;
};

/** Tomorrow at nine. */
function nextMorning(): string {
  const at = new Date();
  at.setUTCDate(at.getUTCDate() + 1);
  at.setUTCHours(9, 0, 0, 0);
  return at.toISOString();
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
