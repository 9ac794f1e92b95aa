/** The page's main part: what opens over the page is put in there, so that a screen reader finds it in a landmark. */
export const pageContent = (): HTMLElement | null =>
  typeof document === 'undefined' ? null : document.getElementById('content');
