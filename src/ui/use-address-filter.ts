'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { replaceParams } from './use-address-param.ts';

/** Longer ones no search field takes. */
const MAX_TEXT = 200;

/** A filter: texts by name. */
type Texts<T> = { [K in keyof T]: string };

/** How a part of a filter is read from an address: what it says, or null for what it cannot mean. */
type Readers<T> = { [K in keyof T]: (text: string) => T[K] | null };

/** Reads what somebody typed. */
export const anyText = (text: string): string | null => (text.length <= MAX_TEXT ? text : null);

/** Reads a day such as 2026-01-31. */
export const aDay = (text: string): string | null => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null);

/** Reads one of these values. */
export const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: string): T | null =>
    values.find((value) => value === text) ?? null;

/** The filter an address tells of; what it leaves out, or says wrongly, is as in `none`. */
export function readFilter<T extends Texts<T>>(params: URLSearchParams, none: T, readers: Readers<T>): T {
  const read = { ...none };
  for (const key in none) {
    const text = params.get(key);
    read[key] = (text === null ? null : readers[key](text)) ?? none[key];
  }
  return read;
}

/** The address's parameters with this filter in place of the one in it; what is as in `none` is left out. */
export function withFilter<T extends Texts<T>>(params: URLSearchParams, none: T, filter: T): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const key in none)
    if (filter[key] === none[key]) next.delete(key);
    else next.set(key, filter[key]);
  return next;
}

const same = <T extends Texts<T>>(a: T, b: T): boolean => {
  for (const key in a) if (a[key] !== b[key]) return false;
  return true;
};

/**
 * What a list is narrowed to and how it is sorted, kept in the address: a link, a reload or the way back from one of its
 * rows brings the same list.
 * @param none when nothing is chosen
 * @param readers a reader for each part; the same objects at every call
 */
export function useAddressFilter<T extends Texts<T>>(none: T, readers: Readers<T>): [T, (filter: T) => void] {
  const params = useSearchParams();
  const [filter, setFilter] = useState(() => readFilter(params, none, readers));
  // The address tells of what was set here a moment later. Only where it says something else, a link has led here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the address has changed
  useEffect(() => {
    const told = readFilter(new URLSearchParams(window.location.search), none, readers);
    setFilter((now) => (same(now, told) ? now : told));
  }, [params]);
  return [
    filter,
    (next) => {
      setFilter(next);
      replaceParams(withFilter(new URLSearchParams(window.location.search), none, next));
    },
  ];
}
