import Groq from 'groq-sdk';
import { getEnv } from '../../env.ts';
import { singleton } from '../../server/singleton.ts';

const TIMEOUT_MS = 15_000;

/**
 * Asks the configured model for one JSON object. Null when no key is set.
 * @throws whatever the service answers, or SyntaxError when that is not JSON
 */
export async function askForJson(system: string, user: string): Promise<unknown> {
  const { groq } = getEnv();
  if (!groq) return null;
  const client = singleton(
    'groq',
    () => new Groq({ apiKey: groq.apiKey, baseURL: groq.baseUrl, timeout: TIMEOUT_MS, maxRetries: 1 }),
  );
  const answer = await client.chat.completions.create({
    model: groq.model,
    temperature: 0.2,
    response_format: { type: 'json_object' },
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
  });
  return JSON.parse(answer.choices[0]?.message.content ?? '');
}
