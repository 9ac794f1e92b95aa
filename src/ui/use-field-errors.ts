'use client';
import { useEffect } from 'react';
import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';
import { fieldErrorsOf } from './trpc.tsx';

/**
 * Shows what the server found wrong at the fields it names; the first one gets the focus.
 * @param names the form's fields; what is wrong elsewhere is not shown here
 * @returns whether everything that was wrong stands at a field
 */
export function useFieldErrors<T extends FieldValues>(
  error: unknown,
  names: readonly FieldPath<T>[],
  setError: UseFormSetError<T>,
): boolean {
  const found = fieldErrorsOf(error).flatMap(({ path, message }) => {
    const name = names.find((n) => n === path);
    return name ? [{ name, message }] : [];
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each error, not for each drawing
  useEffect(() => {
    for (const [i, { name, message }] of found.entries())
      setError(name, { message }, { shouldFocus: i === 0 });
  }, [error]);
  return found.length > 0;
}
