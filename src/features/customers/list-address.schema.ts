import { type CustomerFilter, customerFilterSchema } from './customer-filter.schema.ts';
import {
  type ColumnLayout,
  type CustomerViewState,
  columnLayoutSchema,
  customerViewStateSchema,
} from './customer-view.schema.ts';

/** What the address of the list says: a view, and how the list differs from it. */
export interface ListAddress {
  /** A view's id; `all`: none, whatever one's own first view is; null: nothing is said. */
  view: string | null;
  /** What the list shows; null: just what the view says. */
  state: CustomerViewState | null;
}

export const ALL = 'all';
/** Says that what follows stands in the place of what the view says. */
const CHANGED = 'changed';

type Kind = 'text' | 'number' | 'list';
const keys: readonly [key: string, field: keyof CustomerFilter, kind: Kind][] = [
  ['search', 'search', 'text'],
  ['country', 'countries', 'list'],
  ['tag', 'tags', 'list'],
  ['segment', 'segments', 'list'],
  ['minSpend', 'minSpend', 'number'],
  ['maxSpend', 'maxSpend', 'number'],
  ['orderFrom', 'lastOrderFrom', 'text'],
  ['orderTo', 'lastOrderTo', 'text'],
  ['orderWithin', 'lastOrderWithin', 'number'],
  ['noOrderWithin', 'lastOrderNotWithin', 'number'],
  ['audience', 'audienceId', 'text'],
];

/** Reads an address, whoever wrote it: what cannot be is left out, and the rest holds. */
export function readAddress(params: URLSearchParams): ListAddress {
  const filter: Record<string, unknown> = {};
  for (const [key, field, kind] of keys) {
    const values = params
      .getAll(key)
      .map((value) => value.trim())
      .filter(Boolean);
    const [first] = values;
    if (first === undefined) continue;
    const value = kind === 'list' ? values : kind === 'number' ? Number(first) : first;
    const read = customerFilterSchema.shape[field].safeParse(value);
    if (read.success) filter[field] = read.data;
  }
  const sort = customerViewStateSchema.shape.sort.safeParse(params.get('sort') ?? undefined).data;
  const columns = readColumns(params.get('columns'));
  const state: CustomerViewState = {
    ...(Object.keys(filter).length > 0 ? { filter: customerFilterSchema.parse(filter) } : {}),
    ...(sort ? { sort } : {}),
    ...(columns ? { columns } : {}),
  };
  const view = params.get('view');
  const says = Object.keys(state).length > 0 || params.has(CHANGED);
  return { view, state: says ? state : null };
}

export function writeAddress({ view, state }: ListAddress): string {
  const params = new URLSearchParams(view ? { view } : {});
  if (state) {
    const { filter = {}, sort, columns } = state;
    for (const [key, field] of keys)
      for (const value of [filter[field]].flat()) if (value !== undefined) params.append(key, String(value));
    if (sort) params.set('sort', sort);
    if (columns)
      params.set('columns', columns.map(({ id, width }) => (width ? `${id}.${width}` : id)).join('-'));
    if (view && view !== ALL && [...params.keys()].length === 1) params.set(CHANGED, '1');
  }
  const query = params.toString();
  return query ? `/customers?${query}` : '/customers';
}

/** The filter in the query of a list's address. */
export const filterOfAddress = (query: string): CustomerFilter =>
  readAddress(new URLSearchParams(query)).state?.filter ?? {};

function readColumns(text: string | null): ColumnLayout | undefined {
  if (!text) return undefined;
  const columns = text.split('-').map((column) => {
    const [id, width] = column.split('.');
    return { id, ...(width ? { width: Number(width) } : {}) };
  });
  return columnLayoutSchema.safeParse(columns).data;
}
