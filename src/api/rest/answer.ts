import { type Operation, operations } from '../operations.ts';
import { etagOf, matchesNone } from './etags.ts';
import { pickFields } from './fields.ts';

/**
 * A procedure's answer as it goes out: the chosen fields, the status, an ETag for one thing, and where a new one is.
 * @param text the whole answer as JSON
 * @param fields null for all
 */
export function answer(
  request: Request,
  operation: Operation,
  text: string,
  fields: readonly string[] | null,
): Response {
  const headers = new Headers({ 'content-type': 'application/json' });
  const place = placeOf(operation);
  const isThing = operation.givesOne || operation.guarded || place !== null;
  if (!fields && !isThing) return new Response(text, { headers, status: operation.creates ? 201 : 200 });

  const thing: unknown = JSON.parse(text);
  const body = fields ? JSON.stringify(pickFields(thing, fields)) : text;
  if (isThing && operation.method !== 'DELETE') headers.set('etag', etagOf(body, thing));
  const seen = request.headers.get('if-none-match');
  const etag = headers.get('etag');
  if (operation.givesOne && seen !== null && etag !== null && matchesNone(seen, etag)) {
    headers.delete('content-type');
    return new Response(null, { headers, status: 304 });
  }
  if (place !== null && typeof thing === 'object' && thing !== null && 'id' in thing)
    headers.set('location', `/api${place.replace('{id}', String(thing.id))}`);
  return new Response(body, { headers, status: operation.creates ? 201 : 200 });
}

/** Where what an operation makes is found; null when it makes nothing, or nothing with an address of its own. */
function placeOf({ creates, path }: Operation): string | null {
  const place = `/${path.split('/')[1]}/{id}`;
  return creates && operations.some((one) => one.givesOne && one.path === place) ? place : null;
}
