import { docsSearchEntries } from '@/features/docs/docs.service.ts';

/** What the search looks through; fetched when somebody first opens it. */
export async function GET(): Promise<Response> {
  return Response.json(await docsSearchEntries(), { headers: { 'cache-control': 'public, max-age=300' } });
}
