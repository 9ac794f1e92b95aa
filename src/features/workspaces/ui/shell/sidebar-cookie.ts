/** A cookie and not the browser's storage: the server must know the width it draws. It says nothing about anybody. */
export const SIDEBAR_COOKIE = 'nexusflow-sidebar';
const A_YEAR_SECONDS = 31_536_000;

/** Keeps whether the sidebar is narrow, on this device. */
export function keepSidebar(narrow: boolean): void {
  const value = narrow ? 'narrow' : 'wide';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not in every browser yet
  document.cookie = `${SIDEBAR_COOKIE}=${value}; path=/; max-age=${A_YEAR_SECONDS}; samesite=lax`;
}
