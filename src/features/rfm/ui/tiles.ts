/** A place in a map of unit width and height. */
export interface Tile<T> {
  item: T;
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Lays things out in a rectangle of width 1 and height 1, each with an area in proportion to its weight: halves of about
 * the same weight side by side along the longer edge, again and again. Things of no weight are left out.
 * @param aspect width to height of the rectangle on the screen
 */
export function layOut<T>(items: readonly T[], weightOf: (item: T) => number, aspect: number): Tile<T>[] {
  const weighty = items.filter((item) => weightOf(item) > 0).toSorted((a, b) => weightOf(b) - weightOf(a));
  return split(weighty, weightOf, { x: 0, y: 0, width: 1, height: 1 }, aspect);
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function split<T>(items: readonly T[], weightOf: (item: T) => number, box: Box, aspect: number): Tile<T>[] {
  const [only] = items;
  if (only === undefined) return [];
  if (items.length === 1) return [{ item: only, ...box }];
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  let first = 0;
  let n = 0;
  // At least one on each side, and as near to half as the order allows.
  do first += weightOf(items[n++] as T);
  while (n < items.length - 1 && first + weightOf(items[n] as T) / 2 < total / 2);
  const share = first / total;
  const across = box.width * aspect >= box.height;
  const [a, b]: [Box, Box] = across
    ? [
        { ...box, width: box.width * share },
        { ...box, x: box.x + box.width * share, width: box.width * (1 - share) },
      ]
    : [
        { ...box, height: box.height * share },
        { ...box, y: box.y + box.height * share, height: box.height * (1 - share) },
      ];
  return [...split(items.slice(0, n), weightOf, a, aspect), ...split(items.slice(n), weightOf, b, aspect)];
}
