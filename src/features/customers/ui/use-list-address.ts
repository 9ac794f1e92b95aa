'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { listCustomersInput } from '../customers.schema.ts';
import type { CustomerSortKey } from './customer-table.tsx';

const PATH = '/customers';
const SETTLE_MS = 250;
const MAX_SEARCH = 200;
const DEFAULT_SORT: CustomerSortKey = '-createdAt';
const sortSchema = listCustomersInput.shape.sort.catch(DEFAULT_SORT);

const searchIn = (params: URLSearchParams) => (params.get('search') ?? '').trim().slice(0, MAX_SEARCH);

/** The page stays the same, so the address is changed without asking the server for it again. */
function replaceAddress({ search, sort }: { search: string; sort: CustomerSortKey }): void {
  const query = new URLSearchParams({
    ...(search ? { search } : {}),
    ...(sort === DEFAULT_SORT ? {} : { sort }),
  }).toString();
  window.history.replaceState(null, '', query ? `${PATH}?${query}` : PATH);
}

/**
 * Search and sort live in the address, so that a link or the back button brings the same list. `typed` is what stands
 * in the box; `search` is what the list shows, a moment later.
 */
export function useListAddress() {
  const params = useSearchParams();
  const search = searchIn(params);
  const sort = sortSchema.parse(params.get('sort') ?? undefined);
  const [typed, setTyped] = useState(search);
  const wanted = typed.trim();
  const written = useRef(search);

  // A link or the back button brought another search: the box follows it. One of ours that arrives late does not count.
  useEffect(() => {
    const here = searchIn(new URLSearchParams(window.location.search));
    if (search === written.current || search !== here) return;
    written.current = search;
    setTyped(search);
  }, [search]);

  useEffect(() => {
    if (wanted === written.current) return;
    const timer = setTimeout(() => {
      written.current = wanted;
      replaceAddress({ search: wanted, sort });
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [wanted, sort]);

  return {
    typed,
    setTyped,
    search,
    sort,
    setSort(next: CustomerSortKey) {
      written.current = wanted;
      replaceAddress({ search: wanted, sort: next });
    },
  };
}
