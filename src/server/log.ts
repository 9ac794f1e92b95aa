import pino from 'pino';
import { getEnv } from '../env.ts';
import { currentRequest } from './request-scope.ts';
import { singleton } from './singleton.ts';

/**
 * The process's logger: JSON, a line each. Every line of a request carries its id. Bodies, addresses and secrets are not
 * logged, ids are; what gets into a line all the same, in the words of a library's error say, is taken out of it.
 */
export const log = (): pino.Logger =>
  singleton('log', () =>
    pino({
      level: getEnv().logLevel,
      redact: {
        paths: ['*.password', '*.email', '*.to', '*.secret', '*.authorization', '*.cookie'],
        censor: '[hidden]',
      },
      mixin: () => {
        const request = currentRequest();
        return request ? { requestId: request.id } : {};
      },
      serializers: { err: plainError },
      hooks: { streamWrite: withoutSecrets },
    }),
  );

interface PlainError {
  type: string;
  message: string;
  code?: string | number;
  stack?: string;
  cause?: PlainError | string;
}

/** An error without the properties that libraries hang on it: a database's has the document that it refused. */
function plainError(error: unknown): PlainError | string {
  if (!(error instanceof Error)) return String(error);
  const code: unknown = Reflect.get(error, 'code');
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.stack ? { stack: error.stack } : {}),
    ...(error.cause === undefined ? {} : { cause: plainError(error.cause) }),
  };
}

const SECRETS: readonly [RegExp, string][] = [
  [/[\w.!#$%&*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/g, '[address]'],
  [/\bnf_[\w-]{16,}/g, '[key]'],
  [/\bwhsec_[\w+/=]{16,}/g, '[secret]'],
  [/\b(\w+:\/\/)[^\s/@"]+@/g, '$1[hidden]@'],
  // Session cookies: encrypted tokens, in five parts.
  [/\beyJ[\w-]+(?:\.[\w-]*){2,4}/g, '[token]'],
];

/** A line of the log without mail addresses, keys, tokens and passwords in addresses. */
export const withoutSecrets = (line: string): string =>
  SECRETS.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
