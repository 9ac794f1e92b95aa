import { z } from 'zod';
import {
  type SimulatorSettings,
  VENDOR_BATCH_LIMIT,
  type VendorAnswer,
  type VendorMessage,
  vendorAnswerSchema,
  vendorMessageSchema,
} from '../vendors.schema.ts';
import { rejectAll, type VendorAdapter } from './adapter.ts';
import { requestsOf } from './requests.ts';

const REQUEST_TIMEOUT_MS = 15_000;
const answerSchema = z.object({ results: z.array(vendorAnswerSchema) });

/** Sends to a vendor simulator over HTTP; its behaviour travels as query parameters. `endpoint` is its /send address. */
export function simulatorAdapter(endpoint: string, settings: SimulatorSettings): VendorAdapter {
  const url = new URL(endpoint);
  for (const [key, value] of Object.entries(settings)) url.searchParams.set(key, String(value));
  return {
    async send(batch): Promise<VendorAnswer[]> {
      // One message the vendor would refuse must not fail the others of its request.
      const checked = batch.map((message) => ({
        message,
        wrong: vendorMessageSchema.safeParse(message).error?.issues[0],
      }));
      const refused = checked.flatMap(({ message, wrong }) =>
        wrong
          ? rejectAll(
              [message],
              `The vendor cannot take this ${String(wrong.path[0])}: ${wrong.message}`,
              false,
            )
          : [],
      );
      const fit = checked.flatMap(({ message, wrong }) => (wrong ? [] : [message]));
      const answers = await Promise.all(
        requestsOf(fit, VENDOR_BATCH_LIMIT).map((messages) => post(url, messages)),
      );
      return [...refused, ...answers.flat()];
    },
  };
}

async function post(url: URL, messages: readonly VendorMessage[]): Promise<VendorAnswer[]> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(messages),
      redirect: 'error',
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    if (!response.ok) {
      const passing = response.status >= 500 || response.status === 429 || response.status === 408;
      await response.body?.cancel();
      return rejectAll(messages, `The vendor answered ${response.status}`, passing, { outage: passing });
    }
    return answerSchema.parse(await response.json()).results;
  } catch (error) {
    return rejectAll(messages, reasonOf(error), true, { outage: true });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return 'The vendor’s answer could not be read';
  if (error instanceof Error && error.name === 'TimeoutError') return 'The vendor did not answer in time';
  return 'The vendor could not be reached';
}
