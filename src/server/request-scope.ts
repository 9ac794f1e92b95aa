import { AsyncLocalStorage } from 'node:async_hooks';
import { singleton } from './singleton.ts';

/** What belongs to one HTTP request, wherever in the process it is worked on. */
export interface RequestScope {
  /** What the request is called in the logs and in the answer's `x-request-id`. */
  id: string;
  /** Who asks, as in Caller, once that is known. For the log. */
  actor?: string;
  /** Says something in the headers of the answer, whichever handler gives it. After they are sent it says nothing. */
  setHeader(name: string, value: string): void;
}

const storage = () => singleton('request-scope', () => new AsyncLocalStorage<RequestScope>());

/** Runs `work` as part of a request. */
export const inRequest = <T>(scope: RequestScope, work: () => T): T => storage().run(scope, work);

/** The request this code works for; undefined in jobs, at the start of a process and in tests without a server. */
export const currentRequest = (): RequestScope | undefined => storage().getStore();
