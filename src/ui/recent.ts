/** A thing somebody looked at: a customer, a campaign. */
export interface RecentPlace {
  href: string;
  label: string;
  /** What list it is of, such as “Customers”. */
  kind: string;
}

/**
 * Kept for the tab alone: the names are people's, and neither a shared computer nor a customer who was erased is served by
 * a browser that remembers them.
 */
const KEY = 'nexusflow-recent';
const KEPT = 8;

/** Of one workspace, newest first. */
export function recentPlaces(workspaceId: string): RecentPlace[] {
  try {
    const kept: { workspaceId: string; places: RecentPlace[] } = JSON.parse(
      sessionStorage.getItem(KEY) ?? '',
    );
    return kept.workspaceId === workspaceId ? kept.places : [];
  } catch {
    return [];
  }
}

/** Leaves nothing behind for whoever signs in next in this tab. */
export const forgetRecent = (): void => sessionStorage.removeItem(KEY);

/** Puts a place at the head of the recent ones. */
export function addRecent(workspaceId: string, place: RecentPlace): void {
  const others = recentPlaces(workspaceId).filter(({ href }) => href !== place.href);
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ workspaceId, places: [place, ...others].slice(0, KEPT) }));
  } catch {
    // A browser that keeps nothing has no recent places.
  }
}
