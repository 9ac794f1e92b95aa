import { AppError } from './errors.ts';
import { isOwnOrigin } from './session.ts';

/**
 * A browser sends our cookie whichever page asks, but also says which page: a change asked for by another site's page
 * is refused. Requests without cookies (API keys) and without Origin (not from a page) are not concerned.
 * @throws AppError FORBIDDEN
 */
export function requireOwnOrigin(request: Request): void {
  const origin = request.headers.get('origin');
  if (
    request.method === 'GET' ||
    request.method === 'HEAD' ||
    !request.headers.has('cookie') ||
    origin === null
  )
    return;
  if (isOwnOrigin(origin, request.headers.get('host'))) return;
  throw new AppError('FORBIDDEN', 'This request came from another site’s page.');
}
