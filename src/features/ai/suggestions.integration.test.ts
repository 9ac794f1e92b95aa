import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDatabase } from '../../server/db.ts';
import type { Caller } from '../../server/permissions.ts';
import { closeQueues } from '../../server/queue.ts';
import { closeRedis } from '../../server/redis.ts';
import { createTestWorkspace, dropTestWorkspace } from '../../server/testing/workspace.ts';
import { createAudience } from '../audiences/audiences.service.ts';
import { suggestMessages } from './suggestions.service.ts';
import { type GroqServer, startGroqServer } from './testing/groq-server.ts';

let server: GroqServer;
let caller: Caller;
let stranger: Caller;
let audienceId: string;

beforeAll(async () => {
  server = await startGroqServer();
  Object.assign(process.env, {
    GROQ_API_KEY: 'gsk_sample',
    // An address with a path, as OpenAI-compatible servers have.
    GROQ_BASE_URL: `${server.url}/v1`,
    GROQ_MODEL: 'sample-model',
    GROQ_TIMEOUT_MS: '2000',
  });
  [caller, stranger] = await Promise.all([createTestWorkspace(), createTestWorkspace()]);
  const audience = await createAudience(caller, {
    name: 'Lapsed',
    rules: {
      combinator: 'and',
      rules: [{ field: 'lastOrderAt', operator: 'notInLast', value: { amount: 6, unit: 'month' } }],
    },
  });
  audienceId = audience.id;
});
afterAll(async () => {
  await Promise.all([dropTestWorkspace(caller), dropTestWorkspace(stranger)]);
  await server.stop();
  await closeQueues();
  await Promise.all([closeRedis(), closeDatabase()]);
});

const objective = 'tell them of our new tea, 10% off';
const ask = (more: Partial<Parameters<typeof suggestMessages>[1]> = {}) =>
  suggestMessages(caller, { objective, channel: 'EMAIL', ...more });
const draft = (n: number, body = `Hi {{ customer.name }}, try our tea number ${n}`) => ({
  subject: `Tea ${n}`,
  body,
});
const three = (one = draft(1)) => ({ suggestions: [one, draft(2), draft(3)] });

describe('drafts of the AI service', () => {
  it('are tidied and given with their source', async () => {
    server.script({ say: three() });
    const answer = await ask({ audienceId, tone: 'urgent' });
    expect(answer).toMatchObject({ source: 'groq', note: null });
    expect(answer.suggestions).toHaveLength(3);
    expect(answer.suggestions[0]).toEqual({
      subject: 'Tea 1',
      body: 'Hi {{ customer.name | default: "there" }}, try our tea number 1\n\nNo more of these: {{ unsubscribe_url }}',
    });
    const [request] = server.received;
    expect(request).toMatchObject({ path: '/v1/chat/completions', model: 'sample-model' });
    // Not one of the models whose decoding the service binds to a schema.
    expect(request?.response_format?.json_schema?.strict).toBe(false);
    expect(JSON.parse(request?.messages[1]?.content ?? '')).toEqual({
      objective,
      tone: 'urgent',
      audience: 'last order was not in the last 6 months',
      shop: 'Sample workspace',
    });
  });

  it.each([
    ['that do not compile', draft(1, 'Hi {{ customer.name'), /no Liquid template/],
    [
      'that speak of what there is not',
      draft(1, 'Hi {{ customer.shoeSize }}'),
      /no variable customer.shoeSize/,
    ],
    ['that promise what nobody offered', draft(1, 'Now 50% off!'), /Nobody said anything of “50%”/],
  ])('%s are sent back, with what is wrong', async (_name, wrong, problem) => {
    server.script({ say: three(wrong) }, { say: three() });
    expect(await ask()).toMatchObject({ source: 'groq' });
    expect(server.received[1]?.messages[3]?.content).toMatch(problem);
  });

  it('for a text message have no subject and fit into one', async () => {
    const long = draft(1, 'tea '.repeat(50));
    server.script({ say: three(long) }, { say: three() });
    const { suggestions, source } = await ask({ channel: 'SMS' });
    expect(source).toBe('groq');
    expect(suggestions[0]).toEqual({
      body: 'Hi {{ customer.name | default: "there" }}, try our tea number 1',
    });
    expect(server.received[1]?.messages[3]?.content).toMatch(/may have 160 characters; this one has 199/);
  });
});

describe('without a usable answer', () => {
  it('the library answers, by the objective and the audience, and says why', async () => {
    server.script({ say: three(draft(1, '{{ oops }}')) }, { say: three(draft(1, '{{ oops }}')) });
    const answer = await ask({ audienceId });
    expect(answer).toMatchObject({ source: 'offline', note: expect.stringContaining('could not be used') });
    expect(answer.suggestions).toHaveLength(3);
    expect(answer.suggestions[0]?.body).toContain('It has been a while since your last order.');
    expect(answer.suggestions[0]?.body).toContain('10% off');
  });
});

describe('an API key', () => {
  it('needs no more than the scope for it', async () => {
    server.script({ say: three() });
    const key = { ...caller, userId: null, scopes: ['ai:use'] };
    expect(await suggestMessages(key, { objective, channel: 'EMAIL' })).toMatchObject({ source: 'groq' });
  });
});

describe('another workspace', () => {
  it('may not have messages written for an audience', async () => {
    await expect(
      suggestMessages(stranger, { objective, audienceId, channel: 'EMAIL' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      suggestMessages({ ...caller, role: 'VIEWER' }, { objective, channel: 'EMAIL' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
