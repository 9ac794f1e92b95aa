import pino from 'pino';
import { getEnv } from '../env.ts';
import { singleton } from './singleton.ts';

/** The process's logger. Bodies, addresses and secrets are never logged; ids are. */
export const log = (): pino.Logger =>
  singleton('log', () =>
    pino({
      level: getEnv().logLevel,
      redact: {
        paths: ['*.password', '*.email', '*.to', '*.secret', '*.authorization', '*.cookie'],
        censor: '[hidden]',
      },
    }),
  );
