import { AppError } from './errors.ts';
import { isOwnOrigin } from './session.ts';

/**
 * A browser sends our cookie whichever page asks, but also says which page: a change asked for by another site's page
 * is refused. Requests without cookies (API keys) and without Origin (not from a page) are not concerned.
 * @throws AppError FORBIDDEN
 */
export function requireOwnOrigin(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD' || !request.headers.has('cookie')) return;
  refuseForeignOrigin(request);
}

/** Refuses what another site's page asks for, whatever cookies come with it. @throws AppError FORBIDDEN */
export function refuseForeignOrigin(request: Request): void {
  const origin = request.headers.get('origin');
  if (origin === null || isOwnOrigin(origin, request.headers.get('host'))) return;
  throw new AppError('FORBIDDEN', 'This request came from another site’s page.');
}
