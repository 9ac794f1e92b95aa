'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { codeOf, messageOf, trpc } from '@/ui/trpc.tsx';
import type { Campaign } from '../../campaigns.schema.ts';
import { type DraftValues, isWhole, toInput, valuesOf } from './draft-values.ts';

const WAIT_MS = 800;
const RETRY_MS = 3_000;

/** How the draft stands with the server. */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** Something in it cannot be saved yet; the rest is. */
  | { kind: 'incomplete' }
  /** The server cannot be reached: kept here and tried again. */
  | { kind: 'offline' }
  /** The server does not take it, and why. */
  | { kind: 'refused'; why: string }
  /** Somebody else has changed it meanwhile. */
  | { kind: 'conflict' };

/**
 * Saves a draft a moment after its last change, over the version it was made from and no other.
 * @returns `flush` saves at once and says whether the server has all of it; `keepMine` saves over what somebody else did
 */
export function useAutosave(
  campaign: Campaign,
  values: DraftValues,
): { state: SaveState; flush(): Promise<boolean>; keepMine(): Promise<void> } {
  const utils = trpc.useUtils();
  const [state, setState] = useState<SaveState>({ kind: 'saved' });
  const latest = useRef(values);
  latest.current = values;
  const saved = useRef({ text: JSON.stringify(toInput(valuesOf(campaign))), version: campaign.updatedAt });
  const running = useRef<Promise<boolean> | null>(null);
  const { mutateAsync } = trpc.campaigns.update.useMutation({
    // Tried without a connection too: it is said then, and tried again.
    networkMode: 'always',
  });

  const saveOnce = useCallback(async (): Promise<boolean> => {
    for (;;) {
      const input = toInput(latest.current);
      const text = JSON.stringify(input);
      if (text === saved.current.text) {
        const whole = isWhole(latest.current);
        setState({ kind: whole ? 'saved' : 'incomplete' });
        return whole;
      }
      setState({ kind: 'saving' });
      try {
        const changed = await mutateAsync({
          id: campaign.id,
          ifUpdatedAt: saved.current.version,
          ...input,
        });
        saved.current = { text, version: changed.updatedAt };
        utils.campaigns.get.setData({ id: changed.id }, changed);
        void utils.campaigns.preflight.invalidate({ id: changed.id });
      } catch (error) {
        const code = codeOf(error);
        if (code === null) setState({ kind: 'offline' });
        else if (code === 'PRECONDITION_FAILED') setState({ kind: 'conflict' });
        else setState({ kind: 'refused', why: messageOf(error) });
        return false;
      }
    }
  }, [campaign.id, mutateAsync, utils]);

  /** One at a time; what is changed meanwhile is saved by the one that runs. */
  const flush = useCallback((): Promise<boolean> => {
    running.current ??= saveOnce().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [saveOnce]);

  const text = JSON.stringify(toInput(values));
  const whole = isWhole(values);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved depends on the values alone
  useEffect(() => {
    if (state.kind === 'conflict') return;
    if (text === saved.current.text) {
      if (!running.current) setState({ kind: whole ? 'saved' : 'incomplete' });
      return;
    }
    setState({ kind: 'saving' });
    const timer = setTimeout(() => void flush(), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text, whole, flush]);

  useEffect(() => {
    if (state.kind !== 'offline') return;
    const again = () => void flush();
    const timer = setInterval(again, RETRY_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [state.kind, flush]);

  const keepMine = useCallback(async () => {
    const theirs = await utils.client.campaigns.get.query({ id: campaign.id });
    saved.current = { text: '', version: theirs.updatedAt };
    await flush();
  }, [campaign.id, flush, utils]);

  return { state, flush, keepMine };
}
