import { z } from 'zod';
import { type SimulatorSettings, type VendorAnswer, vendorAnswerSchema } from '../vendors.schema.ts';
import { rejectAll, type VendorAdapter } from './adapter.ts';

const REQUEST_TIMEOUT_MS = 15_000;
const answerSchema = z.object({ results: z.array(vendorAnswerSchema) });

/** Sends to a vendor simulator over HTTP; its behaviour travels as query parameters. `endpoint` is its /send address. */
export function simulatorAdapter(endpoint: string, settings: SimulatorSettings): VendorAdapter {
  const url = new URL(endpoint);
  for (const [key, value] of Object.entries(settings)) url.searchParams.set(key, String(value));
  return {
    async send(batch): Promise<VendorAnswer[]> {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(batch),
          redirect: 'error',
          signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
        });
        if (!response.ok) {
          const passing = response.status >= 500 || response.status === 429 || response.status === 408;
          await response.body?.cancel();
          return rejectAll(batch, `The vendor answered ${response.status}`, passing);
        }
        return answerSchema.parse(await response.json()).results;
      } catch (error) {
        return rejectAll(batch, reasonOf(error), true);
      }
    },
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return 'The vendor’s answer could not be read';
  if (error instanceof Error && error.name === 'TimeoutError') return 'The vendor did not answer in time';
  return 'The vendor could not be reached';
}
