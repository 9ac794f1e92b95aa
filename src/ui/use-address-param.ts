'use client';
import { useSearchParams } from 'next/navigation';

/** Gives the address these parameters. The page stays, so the server is not asked for it again. */
export function replaceParams(params: URLSearchParams): void {
  const query = params.toString();
  window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname);
}

/** One parameter of the address, so that a link or the back button brings the same thing. */
export function useAddressParam(name: string): [string | null, (value: string | null) => void] {
  const params = useSearchParams();
  return [
    params.get(name),
    (value) => {
      const next = new URLSearchParams(window.location.search);
      if (value === null) next.delete(name);
      else next.set(name, value);
      replaceParams(next);
    },
  ];
}
