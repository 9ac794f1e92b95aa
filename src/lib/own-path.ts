/** Where one goes when nothing better is known. */
export const HOME = '/dashboard';

/**
 * The path of `target` at our own address; `HOME` for everything else. A link may not lead a freshly signed-in person to
 * another site, however it is spelled: “//evil”, “/\evil”, “/.//evil”, “https://evil”, “javascript:…”.
 * @param origin our own, such as https://crm.example
 */
export function ownPath(target: string | null | undefined, origin: string): string {
  if (!target || !URL.canParse(target, origin)) return HOME;
  const url = new URL(target, origin);
  const path = url.pathname + url.search + url.hash;
  return url.origin === new URL(origin).origin && /^\/(?![/\\])/.test(path) ? path : HOME;
}
