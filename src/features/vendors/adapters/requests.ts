import type { VendorMessage } from '../vendors.schema.ts';

/** Characters of one request; a batch of long messages goes out in several. */
const MAX_REQUEST_CHARS = 8_000_000;

/** The messages in requests of `limit` messages at most, bounded in size too. */
export function requestsOf(messages: readonly VendorMessage[], limit: number): VendorMessage[][] {
  const requests: VendorMessage[][] = [];
  let room = 0;
  for (const message of messages) {
    const size = message.body.length + (message.subject?.length ?? 0) + 1_000;
    const current = requests.at(-1);
    if (!current || current.length === limit || size > room) {
      requests.push([message]);
      room = MAX_REQUEST_CHARS - size;
    } else {
      current.push(message);
      room -= size;
    }
  }
  return requests;
}
