import { setTimeout as sleep } from 'node:timers/promises';
import { getEnv } from '../../src/env.ts';
import { askModel } from '../../src/features/ai/ask-model.ts';
import {
  rulesAnswer,
  rulesData,
  rulesInstructions,
  rulesJsonSchema,
} from '../../src/features/ai/rules-question.ts';
import type { ReadWords, WordsContext } from '../../src/features/ai/words-context.ts';
import { closeDatabase } from '../../src/server/db.ts';
import { closeRedis } from '../../src/server/redis.ts';

/** What the calls took is recorded, as always, but belongs to nobody. */
const NO_WORKSPACE = '0'.repeat(24);
const TRIES = 4;
const REST_MS = 20_000;

export interface ModelReader {
  model: string;
  read(prompt: string, context: WordsContext): Promise<ReadWords>;
  close(): Promise<void>;
}

/**
 * Reads words as the service does when it has a model: same question, schema, repair and deadline. A request without an
 * answer is asked again after a rest, then fails: the built-in parser's answer would say nothing about the model.
 * @throws when GROQ_API_KEY or another needed setting is missing
 */
export function openModelReader(): ModelReader {
  const { groq } = getEnv();
  if (!groq) throw new Error('Set GROQ_API_KEY, and GROQ_BASE_URL for another service than Groq.');
  return {
    model: groq.model,
    async read(prompt, context) {
      for (let tries = 1; ; tries += 1) {
        const { value, note } = await askModel({
          workspaceId: NO_WORKSPACE,
          purpose: 'rules',
          instructions: rulesInstructions,
          data: rulesData(prompt, context, 'GBP'),
          jsonSchema: rulesJsonSchema(context),
          schema: rulesAnswer(context),
        });
        if (value) return value;
        if (tries === TRIES) throw new Error(note ?? 'No answer');
        await sleep(REST_MS);
      }
    },
    async close() {
      await Promise.allSettled([closeRedis(), closeDatabase()]);
    },
  };
}
