import { AppError } from './errors.ts';
import { isOwnOrigin } from './session.ts';

/**
 * A browser sends our cookie whichever page asks, but also says which page: a change asked for by another site's page
 * is refused. Every browser names the page of a change in Origin; where it is missing, Sec-Fetch-Site must not speak of
 * another one either, and where both are missing no page asks but a program that holds the cookie itself. Requests
 * without cookies (API keys) are not concerned.
 * @throws AppError FORBIDDEN
 */
export function requireOwnOrigin(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD' || !request.headers.has('cookie')) return;
  refuseForeignOrigin(request);
}

/** Refuses what another site's page asks for, whatever cookies come with it. @throws AppError FORBIDDEN */
export function refuseForeignOrigin({ headers }: Request): void {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  const own =
    origin === null
      ? site === null || site === 'same-origin' || site === 'none'
      : isOwnOrigin(origin, headers.get('host'));
  if (!own) throw new AppError('FORBIDDEN', 'This request came from another site’s page.');
}
