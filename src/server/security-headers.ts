import { getEnv } from '../env.ts';

/**
 * sonner (the toasts) adds its style sheet as it is loaded, without a nonce: it is allowed by what it says. Its hash, and
 * that of the still empty element it begins as; a test compares them with the installed package.
 */
export const SONNER_STYLES = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='",
] as const;

/** A Content-Security-Policy from its directives. */
export function policy(directives: Record<string, readonly string[]>): string {
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/**
 * What a page may do: scripts and style sheets of ours alone, each named by this answer's nonce, and whatever such a
 * script loads in turn; requests and sockets to ourselves; nothing of anybody else's, and in no frame of anybody's.
 */
export function pagePolicy(nonce: string): string {
  const { production, appUrl } = getEnv();
  const secure = appUrl.startsWith('https:');
  return policy({
    'default-src': ["'self'"],
    // React names errors by evaluating code while developing.
    'script-src': [
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(production ? [] : ["'unsafe-eval'"]),
    ],
    // The development server puts style sheets into the page as it changes them.
    'style-src': ["'self'", ...(production ? [`'nonce-${nonce}'`, ...SONNER_STYLES] : ["'unsafe-inline'"])],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", appUrl.replace(/^http/, 'ws')],
    'frame-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
  });
}

/** What an answer that is no page may do, were a browser led to show it as one. */
const API_POLICY = policy({ 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] });

/** Where an HTML message is shown in a frame of ours, and what it may do there: draw itself. */
const MESSAGE_PREVIEW_PATH = '/api/message-preview';
const MESSAGE_POLICY = policy({
  sandbox: [],
  'default-src': ["'none'"],
  'style-src': ["'unsafe-inline'"],
  'img-src': ['data:'],
  'frame-ancestors': ["'self'"],
});

/** What else the answers at a path need, over the headers of all. */
export function headersAt(path: string): Record<string, string> {
  if (path === MESSAGE_PREVIEW_PATH)
    return { 'content-security-policy': MESSAGE_POLICY, 'x-frame-options': 'SAMEORIGIN' };
  // Pages get their policy from src/proxy.ts, and the API's own page brings one.
  const isForPrograms = path.startsWith('/api/') && !path.startsWith('/api/swagger');
  return isForPrograms ? { 'content-security-policy': API_POLICY } : {};
}

const TWO_YEARS_SECONDS = 63_072_000;

/** The headers of every answer of the web process, by name. HSTS only where we are reached by https. */
export function securityHeaders(): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), midi=(), display-capture=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-permitted-cross-domain-policies': 'none',
    ...(getEnv().appUrl.startsWith('https:')
      ? { 'strict-transport-security': `max-age=${TWO_YEARS_SECONDS}; includeSubDomains` }
      : {}),
  };
}
