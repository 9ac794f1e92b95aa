'use client';
import { createContext, useContext } from 'react';

/** True inside a dialog or sheet. */
export const InDialog = createContext(false);

/**
 * What a menu or panel that opens over the page is put in: the page's main part, so that a screen reader finds it in a
 * landmark; for one that a dialog opens nothing but the body will do, as the page lies behind the dialog.
 */
export function useOverlayContainer(): HTMLElement | null {
  const inDialog = useContext(InDialog);
  if (typeof document === 'undefined' || inDialog) return null;
  return document.getElementById('content');
}
