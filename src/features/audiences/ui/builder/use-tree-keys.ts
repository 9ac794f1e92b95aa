'use client';
import { type RefObject, useEffect } from 'react';
import { isCopied } from './clipboard.ts';
import type { Direction } from './tree-ops.ts';
import type { BuilderActions } from './use-builder.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
};

const isTextBox = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(element.type));

/** Whether something is marked that the browser would copy. */
function hasMarkedText(element: Element | null): boolean {
  if (isTextBox(element)) return element.selectionStart !== element.selectionEnd;
  return (window.getSelection()?.toString() ?? '') !== '';
}

const itemOf = (element: Element | null): string | null =>
  element?.closest<HTMLElement>('[data-item]')?.dataset.item ?? null;

/**
 * The builder's keys. Alt and an arrow move the condition or group the focus is in, Delete on its handle removes it,
 * Ctrl C, X and V copy, cut and paste it while no text is marked, Ctrl Z and Ctrl Shift Z (or Y) undo and redo.
 */
export function useTreeKeys(box: RefObject<HTMLElement | null>, actions: BuilderActions): void {
  useEffect(() => {
    /** The focused element, if the builder's keys are meant for it; a page nobody has the focus in counts for undo. */
    const active = () => (box.current?.contains(document.activeElement) ? document.activeElement : null);

    const onKeyDown = (event: KeyboardEvent) => {
      const element = active();
      if (isUndo(event) || isRedo(event)) {
        const elsewhere = element === null && isTextBox(document.activeElement);
        const typing = element instanceof HTMLElement && 'draft' in element.dataset;
        if (elsewhere || typing || event.defaultPrevented || inDialog()) return;
        event.preventDefault();
        if (isUndo(event)) actions.undo();
        else actions.redo();
        return;
      }
      const id = itemOf(element);
      if (!element || id === null || event.defaultPrevented) return;
      const direction = ARROWS[event.key];
      if (direction && event.altKey && !event.ctrlKey && !event.metaKey) {
        // Alt and down opens a list; on a Mac, Alt and left or right go from word to word.
        const own =
          (element instanceof HTMLSelectElement && (direction === 'up' || direction === 'down')) ||
          (isTextBox(element) && isMac() && (direction === 'in' || direction === 'out'));
        if (own && !event.shiftKey) return;
        event.preventDefault();
        actions.move(id, direction);
      } else if (
        (event.key === 'Delete' || event.key === 'Backspace') &&
        element instanceof HTMLElement &&
        'handle' in element.dataset
      ) {
        event.preventDefault();
        actions.remove(id);
      }
    };

    const onCopy = (event: ClipboardEvent) => {
      const element = active();
      const id = itemOf(element);
      if (id === null || hasMarkedText(element)) return;
      const text = actions.copied(id);
      if (text === null || !event.clipboardData) return;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      if (event.type === 'cut') actions.remove(id);
      else actions.say('Copied.');
    };

    const onPaste = (event: ClipboardEvent) => {
      const element = active();
      const text = event.clipboardData?.getData('text/plain') ?? '';
      // Into a box goes text; only what was copied here goes into the tree.
      if (!element || (isTextBox(element) && !isCopied(text))) return;
      event.preventDefault();
      const at = itemOf(element) ?? box.current?.querySelector<HTMLElement>('[data-group]')?.dataset.group;
      if (at) actions.paste(at, text);
    };

    // What is typed after the box was left is a step of its own.
    const onFocusOut = (event: FocusEvent) => {
      if (event.target instanceof Element && box.current?.contains(event.target)) actions.seal();
    };

    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    document.addEventListener('focusout', onFocusOut);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('focusout', onFocusOut);
    };
  }, [box, actions]);
}

export const isMac = () => /mac|iphone|ipad/i.test(navigator.userAgent);
const inDialog = () => document.activeElement?.closest('[role="dialog"]') != null;

const withCommand = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && !event.altKey;
const isUndo = (event: KeyboardEvent) =>
  withCommand(event) && !event.shiftKey && event.key.toLowerCase() === 'z';
const isRedo = (event: KeyboardEvent) =>
  withCommand(event) &&
  ((event.shiftKey && event.key.toLowerCase() === 'z') ||
    (!event.shiftKey && event.key.toLowerCase() === 'y'));
