/** Who is chosen: some, one by one, or all that match but some. */
export type Selection =
  | { mode: 'some'; ids: ReadonlySet<string> }
  | { mode: 'all'; except: ReadonlySet<string> };

export const NOBODY: Selection = { mode: 'some', ids: new Set() };
export const EVERYBODY: Selection = { mode: 'all', except: new Set() };

export const isSelected = (selection: Selection, id: string): boolean =>
  selection.mode === 'some' ? selection.ids.has(id) : !selection.except.has(id);

/** How many are chosen, of so many that match; null while that is not known. */
export const countSelected = (selection: Selection, total: number | null): number | null =>
  selection.mode === 'some'
    ? selection.ids.size
    : total === null
      ? null
      : Math.max(0, total - selection.except.size);

export const isNobody = (selection: Selection): boolean =>
  selection.mode === 'some' && selection.ids.size === 0;

/** The selection with some more, or some fewer, in it. */
export function select(selection: Selection, ids: readonly string[], chosen: boolean): Selection {
  const set = new Set(selection.mode === 'some' ? selection.ids : selection.except);
  const listed = selection.mode === 'some' ? chosen : !chosen;
  for (const id of ids)
    if (listed) set.add(id);
    else set.delete(id);
  return selection.mode === 'some' ? { mode: 'some', ids: set } : { mode: 'all', except: set };
}

/** As the server is told. */
export const targetOf = <F>(selection: Selection, filter: F) =>
  selection.mode === 'some' ? { ids: [...selection.ids] } : { filter, except: [...selection.except] };
