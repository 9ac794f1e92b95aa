'use client';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createWSClient,
  httpBatchStreamLink,
  splitLink,
  TRPCClientError,
  type TRPCLink,
  wsLink,
} from '@trpc/client';
import { createTRPCReact, getQueryKey } from '@trpc/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { type ReactNode, useState } from 'react';
import superjson from 'superjson';
import type { AppRouter } from '@/api/root.ts';
import { PAGE_IS_OF_ANOTHER, PAGE_WORKSPACE_HEADER } from '@/lib/page-workspace.ts';
import { nextPlace } from './other-workspace.ts';
import { noteWait } from './waiting.tsx';

/** The procedures as hooks: `trpc.campaigns.list.useQuery({})`. */
export const trpc = createTRPCReact<AppRouter>();
export type RouterOutputs = inferRouterOutputs<AppRouter>;

const isTrpcError = (error: unknown): error is TRPCClientError<AppRouter> => error instanceof TRPCClientError;

/** What went wrong in the server's words, or that it was not reached. */
export function messageOf(error: unknown): string {
  if (isTrpcError(error) && error.data) return error.message;
  return 'The server could not be reached. Check your connection and try again.';
}

/** The kind of refusal, such as PRECONDITION_FAILED; null when the server was not reached. */
export const codeOf = (error: unknown): string | null =>
  isTrpcError(error) ? (error.data?.code ?? null) : null;

/** What is wrong with each field of an input, by path in dots. */
export const fieldErrorsOf = (error: unknown): { path: string; message: string }[] =>
  isTrpcError(error) ? (error.data?.problem.errors ?? []) : [];

const LEFT_AT = 'nexusflow-left-at';
const SOON_MS = 10_000;
/** Several questions of a page fail at once; the first decides where to. */
let leaving = false;

/** Somebody signs out: that the session ends then is no reason to be led back here. False when it failed. */
export function setLeaving(now: boolean): void {
  leaving = now;
}

/**
 * A session that ended (signed out elsewhere, expired) leads to the sign-in and back, and one whose workspace is gone to
 * another of theirs: the page is asked for again, and the server says where to. Where that did not help just now, to the
 * sign-in.
 */
function leaveWhenSignedOut(error: unknown): void {
  if (leaving || !isTrpcError(error)) return;
  if (error.message === PAGE_IS_OF_ANOTHER) {
    leaving = true;
    window.location.assign(nextPlace());
    return;
  }
  if (error.data?.code !== 'UNAUTHORIZED') return;
  leaving = true;
  const here = window.location.pathname + window.location.search;
  const before = Number(sessionStorage.getItem(LEFT_AT) ?? 0);
  sessionStorage.setItem(LEFT_AT, String(Date.now()));
  window.location.assign(
    Date.now() - before > SOON_MS ? here : `/sign-in?callbackUrl=${encodeURIComponent(here)}`,
  );
}

/** The seconds to wait when there were too many requests, else null. Such a request has done nothing: it can go again. */
const waitOf = (error: unknown): number | null =>
  isTrpcError(error) && error.data?.problem.code === 'RATE_LIMITED' ? (error.data.retryAfter ?? 5) : null;

/** After this many waits one after another the person is told instead. */
const MAX_WAITS = 5;
/** Everything that waited does not come back in the same moment. */
const retryDelay = (failures: number, error: unknown): number => {
  const wait = waitOf(error);
  return wait === null
    ? Math.min(1_000 * 2 ** failures, 30_000)
    : wait * 1_000 + Math.round(Math.random() * 1_000);
};

/** Tells the page's notice of every refusal, whoever asked. */
const waitLink: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => observer.next(value),
        complete: () => observer.complete(),
        error(error) {
          const wait = waitOf(error);
          if (wait !== null) noteWait(wait);
          observer.error(error);
        },
      }),
    );

const newQueryClient = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
    mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // What was wrong with a request stays wrong; only a server that was away is asked again.
        retry: (failures, error) =>
          waitOf(error) === null
            ? failures < 2 && !(isTrpcError(error) && error.data && error.data.httpStatus < 500)
            : failures < MAX_WAITS,
        retryDelay,
      },
      mutations: { retry: (failures, error) => waitOf(error) !== null && failures < MAX_WAITS, retryDelay },
    },
  });

/** Which workspace stands on the page, once that is known: the server refuses what was meant for another. */
function shownWorkspace(queryClient: QueryClient): Record<string, string> {
  const shown = queryClient.getQueryData<RouterOutputs['workspaces']['current']>(
    getQueryKey(trpc.workspaces.current, undefined, 'query'),
  );
  return shown ? { [PAGE_WORKSPACE_HEADER]: shown.id } : {};
}

/** Calls a mutation while the page is closed: the request outlives it, and nobody hears the answer. */
export function callOnLeaving(queryClient: QueryClient, path: string, input: unknown): void {
  void fetch(`/api/trpc/${path}`, {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json', ...shownWorkspace(queryClient) },
    body: JSON.stringify(superjson.serialize(input)),
  });
}

/** The server's word that the session behind the socket has ended, or is in another workspace now. */
const SESSION_ENDED = 4401;

/**
 * Asks anew for what is on the page; where nobody is signed in any more, the answers lead to the sign-in. What is being
 * asked at the moment too: its answer is from before the session ended, and would be taken for the new one.
 */
async function askAnew(queryClient: QueryClient): Promise<void> {
  await queryClient.cancelQueries();
  await queryClient.invalidateQueries();
}

function newTrpcClient(queryClient: QueryClient) {
  const origin = typeof window === 'undefined' ? 'http://localhost' : window.location.origin;
  const socket = createWSClient({
    url: `${origin.replace(/^http/, 'ws')}/api/live`,
    lazy: { enabled: true, closeMs: 5_000 },
    onClose: (cause) => cause?.code === SESSION_ENDED && void askAnew(queryClient),
    retryDelayMs: (attempt) => Math.min(500 * 2 ** attempt, 10_000),
    // Later than the lazy close: a ping at the same moment would be sent on a closing socket, an error in the console.
    keepAlive: { enabled: true, intervalMs: 15_000, pongTimeoutMs: 5_000 },
  });
  return trpc.createClient({
    links: [
      waitLink,
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: wsLink({ client: socket, transformer: superjson }),
        false: httpBatchStreamLink({
          url: '/api/trpc',
          transformer: superjson,
          methodOverride: 'POST',
          headers: () => shownWorkspace(queryClient),
        }),
      }),
    ],
  });
}

export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(newQueryClient);
  const [client] = useState(() => newTrpcClient(queryClient));
  return (
    <trpc.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}
