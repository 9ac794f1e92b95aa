/** A list's order as the API takes it: the name of what it is sorted by, with `-` before it from the greatest down. */
export type SortKey<By extends string> = By | `-${By}`;

/** What a column sorts by, and the order one mostly wants first. */
export interface Sorting<By extends string> {
  by: By;
  first: SortKey<By>;
}

/** How a column stands in a list sorted by `sort`, in the words of `aria-sort`. */
export function orderOf<By extends string>(
  { by }: Sorting<By>,
  sort: SortKey<string>,
): 'ascending' | 'descending' | 'none' {
  if (sort === by) return 'ascending';
  return sort === `-${by}` ? 'descending' : 'none';
}

/** The order after a click on the column's head: the one mostly wanted, then the other. */
export function afterClick<By extends string>(
  { by, first }: Sorting<By>,
  sort: SortKey<string>,
): SortKey<By> {
  if (sort !== first) return first;
  return first === by ? `-${by}` : by;
}
