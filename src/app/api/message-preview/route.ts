import { requireCaller } from '@/api/context.ts';
import { requireOwnOrigin } from '@/server/csrf.ts';
import { readText, route } from '@/server/http.ts';
import { requirePermission } from '@/server/permissions.ts';

const MAX_BODY_BYTES = 2 * 1_048_576;

/**
 * An HTML message as its reader sees it, for a frame without any rights. It comes from the page that shows the frame and
 * goes back to it: only an answer can have a policy of its own (web/main.ts gives it), a frame made by the page has the page's.
 */
export const POST = route(async (request) => {
  requireOwnOrigin(request);
  requirePermission(await requireCaller(request.headers), 'campaigns:read');
  const form = new URLSearchParams(await readText(request, MAX_BODY_BYTES));
  return new Response(form.get('html') ?? '', {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
});
