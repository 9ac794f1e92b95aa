'use client';
import { useSearchParams } from 'next/navigation';

/** The page's address with another value of one parameter, or without it. */
export function addressWith(params: URLSearchParams | string, name: string, value: string | null): string {
  const next = new URLSearchParams(params);
  if (value === null) next.delete(name);
  else next.set(name, value);
  const query = next.toString();
  return query ? `?${query}` : window.location.pathname;
}

/**
 * One parameter of the address, so that a link or the back button brings the same thing. The page stays the same, so the
 * address is changed without asking the server for it again.
 */
export function useAddressParam(name: string): [string | null, (value: string | null) => void] {
  const params = useSearchParams();
  return [
    params.get(name),
    (value) => window.history.replaceState(null, '', addressWith(window.location.search, name, value)),
  ];
}
