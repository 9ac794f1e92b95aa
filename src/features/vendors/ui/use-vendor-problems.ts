'use client';
import { useCallback, useEffect, useState } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { fieldErrorsOf, messageOf } from '@/ui/trpc.tsx';
import { formFieldOf, type HeaderRow, type Problem } from './vendor-form-values.ts';

/**
 * Shows what is wrong with a vendor at the fields it concerns, whoever found it: the schema here or the server.
 * @param error what the server said, if anything
 */
export function useVendorProblems<V extends FieldValues & { headers?: HeaderRow[] }>(
  form: UseFormReturn<V>,
  error: unknown,
  what: string,
) {
  const { setError, clearErrors, getValues } = form;
  const [found, setFound] = useState(false);
  const show = useCallback(
    (problems: readonly Problem[]) => {
      const { headers } = getValues();
      for (const [i, { path, message }] of problems.entries())
        setError(formFieldOf(path, headers) as Path<V>, { message }, { shouldFocus: i === 0 });
      setFound(problems.length > 0);
    },
    [getValues, setError],
  );
  useEffect(() => {
    if (error != null) show(fieldErrorsOf(error));
  }, [error, show]);
  const clear = () => {
    clearErrors();
    setFound(false);
  };
  const problem = found
    ? `${what} is not complete yet: see what is marked above.`
    : error != null
      ? messageOf(error)
      : null;
  return { problem, show, clear };
}
