import createClient from 'openapi-fetch';
import type { paths } from './schema.d.ts';

/** A client as another system would make it from the document: openapi-fetch with the generated types. */
export const clientFor = (baseURL: string, key: string) =>
  createClient<paths>({ baseUrl: `${baseURL}/api`, headers: { authorization: `Bearer ${key}` } });
export type Client = ReturnType<typeof clientFor>;

/** The answer's data. @throws Error with the problem document where there is none */
export function dataOf<T>({ data, error }: { data?: T; error?: unknown }): T {
  if (data === undefined) throw new Error(`Refused: ${JSON.stringify(error)}`);
  return data;
}
