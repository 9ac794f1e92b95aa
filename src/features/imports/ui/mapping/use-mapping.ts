'use client';
import { useState } from 'react';
import { trpc } from '@/ui/trpc.tsx';
import { guessMapping, guessType } from '../../csv/guess.ts';
import { alignMapping, type MappingProblem, mappingProblems } from '../../csv/mapping.ts';
import type { ImportKind } from '../../imports.schema.ts';
import type { ColumnMapping, Mapping, MappingTarget } from '../../mapping.schema.ts';

export interface MappingState {
  mapping: Mapping;
  /** Where the columns' meanings come from, until somebody changes one. */
  origin: 'guessed' | 'remembered' | 'given' | 'changed';
  problems: MappingProblem[];
  /** What was used before for these columns is still being asked for. */
  pending: boolean;
  change(index: number, changes: Partial<ColumnMapping>): void;
  /** Gives a column another meaning, with the details it then needs. */
  choose(index: number, target: MappingTarget): void;
}

/**
 * What the columns of a file mean: as somebody chose, else as given, else as it was for the last file with these columns,
 * else a guess by names and contents.
 */
export function useMapping(
  kind: ImportKind,
  { header, rows }: { header: readonly string[]; rows: readonly (readonly string[])[] },
  given: Mapping | null = null,
): MappingState {
  const [chosen, setChosen] = useState<{ kind: ImportKind; mapping: Mapping } | null>(null);
  const recalled = trpc.imports.recallMapping.useQuery(
    { kind, header: [...header] },
    { enabled: given === null, staleTime: Number.POSITIVE_INFINITY, retry: false },
  );
  const own = chosen?.kind === kind ? chosen.mapping : null;
  const before = given ?? recalled.data ?? null;
  const mapping = own ?? (before ? alignMapping(header, before).aligned : guessMapping(kind, header, rows));
  const put = (index: number, entry: ColumnMapping) =>
    setChosen({ kind, mapping: mapping.map((old, i) => (i === index ? entry : old)) });
  return {
    mapping,
    origin: own ? 'changed' : given ? 'given' : recalled.data ? 'remembered' : 'guessed',
    problems: mappingProblems(kind, mapping),
    pending: given === null && recalled.isPending,
    change(index, changes) {
      const old = mapping[index];
      if (old) put(index, { ...old, ...changes });
    },
    choose(index, target) {
      const column = mapping[index]?.column ?? '';
      const values = valuesOf(rows, index);
      const { type, ...written } = guessType(values);
      const guess = guessMapping(kind, [...header], rows)[index];
      if (target === 'attribute') put(index, { column, target, type, ...written });
      else if (guess?.target === target) put(index, guess);
      else if (target === 'orderDate') put(index, { column, target, dates: written.dates ?? 'iso' });
      else if (target === 'orderAmount') put(index, { column, target, decimal: written.decimal ?? 'point' });
      else put(index, { column, target });
    },
  };
}

/** A column's first values, trimmed, without empty ones. */
export const valuesOf = (rows: readonly (readonly string[])[], index: number): string[] =>
  rows.flatMap((cells) => cells[index]?.trim() || []);
