import { Api, type ImportState } from '../demo/api.ts';
import { prepareAccount } from '../demo/prepare-account.ts';
import { seconds } from '../lib/terminal.ts';

export interface MeasuredPage {
  name: string;
  path: string;
  /** Seen by search engines, so that what they want of a page counts. */
  isPublic: boolean;
}

/** Gives up on an import or a campaign after so long. */
const LIMIT_MS = 120_000;

/**
 * Fills the demo's workspace with the sample shop, launches a campaign to it and waits for its end. Needs the settings
 * in process.env.
 * @param url the application
 * @returns the pages to measure
 */
export async function preparePages(url: string): Promise<MeasuredPage[]> {
  const { apiKey } = await prepareAccount();
  const api = new Api(url, apiKey);
  for (const kind of ['customers', 'orders'] as const) {
    const id = await api.upload(`/api/${kind}/bulk-upload`, `public/samples/online-retail-${kind}.csv`);
    await ended(`the import of ${kind}`, async () => {
      const { status, error } = await api.get<ImportState>(`/api/imports/${id}`);
      if (status === 'FAILED') throw new Error(`The import of ${kind} failed: ${error}`);
      return status === 'COMPLETED';
    });
  }
  const audience = await api.post<{ id: string }>('/api/audiences', {
    name: 'Customers in Germany',
    rules: { combinator: 'and', rules: [{ field: 'country', operator: '=', value: 'Germany' }] },
  });
  const campaign = await api.post<{ id: string }>('/api/campaigns', {
    name: 'Spring',
    audienceId: audience.id,
    template: { subject: 'Spring is here', body: 'Dear {{ customer.name }}, it is spring.' },
  });
  await api.post(`/api/campaigns/${campaign.id}/launch`);
  await ended('the campaign', async () =>
    (await api.get<{ status: string }>(`/api/campaigns/${campaign.id}`)).status.startsWith('COMPLETED'),
  );
  return [
    { name: 'Landing', path: '/', isPublic: true },
    { name: 'Dashboard', path: '/dashboard', isPublic: false },
    { name: 'Customers', path: '/customers', isPublic: false },
    { name: 'Campaign', path: `/campaigns/${campaign.id}`, isPublic: false },
  ];
}

async function ended(what: string, check: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`${what} was not over after ${seconds(LIMIT_MS)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
