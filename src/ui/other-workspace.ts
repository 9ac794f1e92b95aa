'use client';
import { useEffect } from 'react';

const CHANNEL = 'nexusflow-workspace';

/** The page of the same kind in another workspace: its things are others, so of a single one only the list. */
export function samePlace(pathname: string): string {
  const [first, second] = pathname.split('/').filter(Boolean);
  if (!first || first === 'workspaces' || first === 'invitations') return '/dashboard';
  return first === 'settings' && second ? `/settings/${second}` : `/${first}`;
}

/** Where this tab is about to go in another workspace, once it is there. */
let destination: string | null = null;

/**
 * Says where this tab goes as soon as the session is in another workspace, before that is asked for: what hears of the
 * change first, a question that is refused or another tab, does not lead elsewhere then. Null when nothing came of it.
 */
export const headFor = (path: string | null): void => {
  destination = path;
};

/** Where to, now that the session is in another workspace: where this tab was heading, else the page of the same kind. */
export const nextPlace = (): string => destination ?? samePlace(window.location.pathname);

/**
 * Goes to a page in the workspace the session is in now, loading everything anew: nothing of the old one stays, and its
 * live connection is closed. Other tabs of the session follow.
 */
export function enterWorkspace(path: string): void {
  headFor(path);
  if (typeof BroadcastChannel !== 'undefined') {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage('entered');
    channel.close();
  }
  window.location.assign(path);
}

/** Follows when another tab has gone to another workspace: what stands here is of the old one. */
export function useFollowToWorkspace(): void {
  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return;
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => window.location.assign(nextPlace());
    return () => channel.close();
  }, []);
}
