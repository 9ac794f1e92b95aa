import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import Groq from 'groq-sdk';
import { z } from 'zod';
import type { getEnv } from '../../env.ts';
import { log } from '../../server/log.ts';
import { redis } from '../../server/redis.ts';
import { singleton } from '../../server/singleton.ts';

/** Why there is no answer of the model. `refused`: it will not change by waiting (key, model, request). */
export type Failure = 'rate-limited' | 'timeout' | 'unavailable' | 'refused' | 'invalid';

export class ModelError extends Error {
  readonly why: Failure;
  constructor(why: Failure) {
    super(`The AI service gave no answer: ${why}`);
    this.why = why;
  }
}

export interface Message {
  role: 'system' | 'user' | 'assistant';
  content: string;
}
export interface JsonSchema {
  name: string;
  schema: Record<string, unknown>;
}
/** What one question has taken so far; `complete` adds to it, also when it fails. */
export interface Spent {
  requests: number;
  inputTokens: number;
  outputTokens: number;
}

const MAX_TRIES = 3;
const FIRST_WAIT_MS = 300;
/** Less time than this is not worth another request. */
const WORTH_TRYING_MS = 200;
const MAX_OUTPUT_TOKENS = 4_000;
/** A rate limit is believed for this long at most. */
const LONGEST_REST_MS = 600_000;
/** A service that is down is left alone for this long. */
const OUTAGE_REST_MS = 15_000;

const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
  usage: z
    .object({ prompt_tokens: z.number().default(0), completion_tokens: z.number().default(0) })
    .nullish(),
});

type Settings = NonNullable<ReturnType<typeof getEnv>['groq']>;

/** The SDK's own tries again know no deadline, so there are none: `complete` does that. */
const client = ({ apiKey, baseUrl }: Settings): Groq =>
  singleton('groq', () => new Groq({ apiKey, baseURL: baseUrl ?? null, maxRetries: 0, logLevel: 'off' }));

/**
 * One answer of the model, as text that should be JSON of the schema. Passing failures are tried again, after as long as
 * the service asks for, while the deadline allows it.
 * @param deadline milliseconds since 1970
 * @throws ModelError
 */
export async function complete(
  settings: Settings,
  messages: readonly Message[],
  schema: JsonSchema,
  deadline: number,
  spent: Spent,
): Promise<string> {
  const resting = await restingFor(settings);
  if (resting) throw new ModelError(resting);
  for (let tries = 1; ; ) {
    const left = deadline - Date.now();
    if (left < WORTH_TRYING_MS) throw await gaveUp(settings, 'timeout', null);
    const format = formatOf(settings);
    try {
      return await request(settings, messages, schema, format, left, spent);
    } catch (error) {
      const failedText = unfinishedText(error);
      if (failedText !== null) return failedText;
      if (refusesFormat(error) && lowerFormat(settings, format)) continue;
      const why = whyOf(error, deadline);
      const waitMs = why === 'refused' || why === 'timeout' ? null : waitOf(error, tries);
      const mayTry = waitMs !== null && tries < MAX_TRIES && Date.now() + waitMs + WORTH_TRYING_MS < deadline;
      if (!mayTry) {
        // What was asked and answered is not written down: it holds customers' data.
        log().warn({ why, status: statusOf(error), tries }, 'The AI service gave no answer');
        throw await gaveUp(settings, why, waitMs);
      }
      tries += 1;
      await sleep(waitMs);
    }
  }
}

async function request(
  settings: Settings,
  messages: readonly Message[],
  schema: JsonSchema,
  format: Format,
  timeoutMs: number,
  spent: Spent,
): Promise<string> {
  spent.requests += 1;
  const answer: unknown = await client(settings).post(pathOf(settings), {
    // The signal also ends an answer that stops half-way; the SDK's timeout only knows its beginning.
    signal: AbortSignal.timeout(timeoutMs),
    timeout: timeoutMs + 1_000,
    maxRetries: 0,
    body: {
      model: settings.model,
      temperature: 0.2,
      max_completion_tokens: MAX_OUTPUT_TOKENS,
      messages: format === 'object' || format === 'none' ? withSchema(messages, schema) : messages,
      ...responseFormat(format, schema),
      ...(isGptOss(settings) ? { reasoning_effort: 'low' } : {}),
    },
  });
  const read = completionSchema.safeParse(answer);
  if (!read.success) throw new ModelError('invalid');
  spent.inputTokens += read.data.usage?.prompt_tokens ?? 0;
  spent.outputTokens += read.data.usage?.completion_tokens ?? 0;
  return read.data.choices[0]?.message.content ?? '';
}

/** Groq keeps its API below /openai/v1; an address that has a path names the place itself. */
const pathOf = ({ baseUrl }: Settings): string =>
  baseUrl && new URL(baseUrl).pathname !== '/' ? '/chat/completions' : '/openai/v1/chat/completions';

// ── How the shape of the answer is asked for ────────────────────────────────

/** From the surest down: decoding bound to the schema, the schema as a wish, any JSON, nothing. */
const formats = ['strict', 'schema', 'object', 'none'] as const;
type Format = (typeof formats)[number];

const isGptOss = ({ model }: Settings): boolean => model.startsWith('openai/gpt-oss');
const modelKey = ({ baseUrl, model }: Settings): string => `${baseUrl ?? ''} ${model}`;
/** The best each model is known to take: one that refused a format is not asked for it again. */
const known = () => singleton('groq-formats', () => new Map<string, Format>());
const formatOf = (settings: Settings): Format =>
  // Groq binds these models' decoding to the schema: https://console.groq.com/docs/structured-outputs
  known().get(modelKey(settings)) ?? (isGptOss(settings) ? 'strict' : 'schema');

function lowerFormat(settings: Settings, refused: Format): boolean {
  const next = formats[formats.indexOf(refused) + 1];
  if (next) known().set(modelKey(settings), next);
  return next !== undefined;
}

function responseFormat(format: Format, { name, schema }: JsonSchema): object {
  if (format === 'none') return {};
  if (format === 'object') return { response_format: { type: 'json_object' } };
  return {
    response_format: { type: 'json_schema', json_schema: { name, strict: format === 'strict', schema } },
  };
}

/** Where the service does not know the schema, the model is told it. */
const withSchema = (messages: readonly Message[], { schema }: JsonSchema): Message[] =>
  messages.map((message, i) =>
    i === 0
      ? {
          ...message,
          content: `${message.content}\nAnswer with JSON of this schema only:\n${JSON.stringify(schema)}`,
        }
      : message,
  );

// ── What went wrong ─────────────────────────────────────────────────────────

const statusOf = (error: unknown): number | undefined =>
  error instanceof Groq.APIError && typeof error.status === 'number' ? error.status : undefined;

const bodyOf = (error: unknown): string =>
  error instanceof Groq.APIError ? JSON.stringify(error.error ?? '') : '';

function refusesFormat(error: unknown): boolean {
  const status = statusOf(error);
  return (
    (status === 400 || status === 422) && /response.?format|json.?schema|\bstrict\b/i.test(bodyOf(error))
  );
}

const failedGeneration = z.object({
  error: z.object({ code: z.literal('json_validate_failed'), failed_generation: z.string() }),
});

/** Groq answers 400 with what the model wrote when that was not what the schema says; null for any other error. */
function unfinishedText(error: unknown): string | null {
  if (statusOf(error) !== 400 || !(error instanceof Groq.APIError)) return null;
  const read = failedGeneration.safeParse(error.error);
  return read.success ? read.data.error.failed_generation : null;
}

function whyOf(error: unknown, deadline: number): Failure {
  if (error instanceof ModelError) return error.why;
  const status = statusOf(error);
  if (status === 429) return 'rate-limited';
  if (status === 408 || status === 409 || (status !== undefined && status >= 500)) return 'unavailable';
  if (status !== undefined) return 'refused';
  return Date.now() >= deadline - 50 ? 'timeout' : 'unavailable';
}

/** How long to wait before another try, in milliseconds: what the service says, else longer each time, never in step. */
function waitOf(error: unknown, tries: number): number {
  const told = error instanceof Groq.APIError && error.headers ? retryAfter(error.headers) : null;
  return told ?? FIRST_WAIT_MS * 2 ** (tries - 1) * (0.75 + Math.random() / 2);
}

function retryAfter(headers: Headers): number | null {
  const precise = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(precise) && precise >= 0) return precise;
  const text = headers.get('retry-after');
  if (text === null || text === '') return null;
  const seconds = Number(text);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

// ── Leaving a service in peace ──────────────────────────────────────────────

const restKey = (settings: Settings): string =>
  `nexusflow:ai:rest:${createHash('sha256').update(modelKey(settings)).digest('hex').slice(0, 16)}`;

/** Why nobody asks the service at present, in any process; null when it may be asked. */
async function restingFor(settings: Settings): Promise<Failure | null> {
  const why = await redis().get(restKey(settings));
  return why === 'rate-limited' || why === 'unavailable' || why === 'timeout' ? why : null;
}

/**
 * The error to end with, after making sure that others do not run into the same: until a rate limit is over nobody asks
 * again, which would only lengthen it, and a service that is down or hangs is not waited for by everyone in turn.
 */
async function gaveUp(settings: Settings, why: Failure, waitMs: number | null): Promise<ModelError> {
  const key = restKey(settings);
  const restMs =
    why === 'rate-limited'
      ? Math.min(waitMs ?? 0, LONGEST_REST_MS)
      : why === 'unavailable' || (why === 'timeout' && (await timesOutOften(key)))
        ? OUTAGE_REST_MS
        : 0;
  if (restMs >= 1) await redis().set(key, why, 'PX', Math.ceil(restMs));
  return new ModelError(why);
}

/** A question may be too long once; two in a minute are the service's own trouble. */
async function timesOutOften(key: string): Promise<boolean> {
  const counter = `${key}:timeouts`;
  const times = await redis().incr(counter);
  if (times === 1) await redis().pexpire(counter, 60_000);
  return times >= 2;
}
