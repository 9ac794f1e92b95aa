'use client';
import { useSyncExternalStore } from 'react';

const QUERY = '(max-width: 639px)';

/** Whether the screen is a phone's, where a table would have to be pushed sideways. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(QUERY);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(QUERY).matches,
    () => false,
  );
