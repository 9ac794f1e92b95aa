import { randomUUID } from 'node:crypto';
import { ObjectId } from 'mongodb';
import { encode } from 'next-auth/jwt';
import { Api } from '../scripts/demo/api.ts';
import { issueApiKey } from '../src/features/api-keys/api-keys.service.ts';
import { createUser } from '../src/features/auth/auth.service.ts';
import { openSession } from '../src/features/auth/sessions.service.ts';
import { type CustomerDocument, newCustomer } from '../src/features/customers/customer-document.ts';
import { addMember, createWorkspace } from '../src/features/workspaces/workspaces.service.ts';
import { NO_CLIENT } from '../src/server/client.ts';
import { collection } from '../src/server/db.ts';

/** Fits every customer of ours; about the length of a short newsletter. */
export const TEMPLATE = {
  subject: 'Thank you, {{ customer.name }}',
  body: 'Dear {{ customer.name }} from {{ customer.city }},\n\nthank you for shopping with us. Until Sunday there are 10 % off everything, with the code THANKS10.\n\nYours,\n{{ workspace.name }}\n\nNo more of these: {{ unsubscribe_url }}',
};
const CHUNK = 1_000;
const CITIES = ['London', 'Leeds', 'York', 'Bath', 'Oxford', 'Derby', 'Ely'];

/** A workspace of its own with `n` customers, an audience of all of them, and an API key. */
export interface Shop {
  workspaceId: string;
  customers: number;
  audienceId: string;
  api: Api;
  /** The Cookie header of a signed-in owner, for what only a browser does. */
  cookie: string;
}

/** @param url the web process's address */
export async function openShop(url: string, n: number): Promise<Shop> {
  const slug = `bench-${randomUUID()}`;
  const workspace = await createWorkspace({ name: 'Bench shop', slug, currency: 'GBP' });
  const user = await createUser({ name: 'Bench', email: `${slug}@example.com`, password: randomUUID() });
  await addMember(workspace.id, user.id, 'OWNER');
  const { key } = await issueApiKey(workspace.id, { name: 'Bench', scopes: ['all'] });
  await addCustomers(new ObjectId(workspace.id), n);
  const api = new Api(url, key);
  const audience = await api.post<{ id: string }>('/api/audiences', {
    name: 'Everyone',
    rules: { combinator: 'and', rules: [] },
  });
  const token = await encode({
    token: { sub: user.id, sid: await openSession(user.id, NO_CLIENT) },
    secret: process.env.NEXTAUTH_SECRET ?? '',
  });
  return {
    workspaceId: workspace.id,
    customers: n,
    audienceId: audience.id,
    api,
    cookie: `next-auth.session-token=${token}`,
  };
}

/** Straight into the collection: importing is not what is measured here. */
async function addCustomers(workspaceId: ObjectId, n: number): Promise<void> {
  const now = new Date();
  for (let first = 1; first <= n; first += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, n - first + 1) }, (_, i) => {
      const number = first + i;
      return newCustomer(
        workspaceId,
        {
          email: `customer-${number}@example.com`,
          name: `Customer ${number}`,
          phone: null,
          country: 'United Kingdom',
          city: CITIES[number % CITIES.length] ?? null,
          tags: ['bench'],
          attributes: {},
        },
        now,
      );
    });
    await collection<CustomerDocument>('customers').insertMany(rows, { ordered: false });
  }
}

/** A draft campaign to everyone. */
export const draftCampaign = async (shop: Shop): Promise<string> =>
  (
    await shop.api.post<{ id: string }>('/api/campaigns', {
      name: 'Bench',
      audienceId: shop.audienceId,
      template: TEMPLATE,
    })
  ).id;
