import { CircleAlert, CircleCheck, CloudOff, LoaderCircle } from 'lucide-react';
import { Button } from '@/ui/button.tsx';
import { Notice } from '@/ui/states.tsx';
import type { SaveState } from './use-autosave.ts';

/** How the draft stands with the server, in a few words. */
export const SaveStatus = ({ state }: { state: SaveState }) => (
  <span role="status" className="inline-flex items-center gap-1.5 text-muted text-small">
    {state.kind === 'saved' && (
      <>
        <CircleCheck className="size-4 text-success-text" aria-hidden />
        Saved
      </>
    )}
    {state.kind === 'saving' && (
      <>
        <LoaderCircle className="size-4 animate-spin motion-reduce:animate-none" aria-hidden />
        Saving …
      </>
    )}
    {state.kind === 'incomplete' && (
      <>
        <CircleAlert className="size-4 text-warning-text" aria-hidden />
        Not all saved: something is missing
      </>
    )}
    {state.kind === 'offline' && (
      <>
        <CloudOff className="size-4 text-warning-text" aria-hidden />
        No connection: kept here and saved as soon as there is one
      </>
    )}
    {(state.kind === 'refused' || state.kind === 'conflict') && (
      <>
        <CircleAlert className="size-4 text-danger-text" aria-hidden />
        Not saved
      </>
    )}
  </span>
);

/** Why the draft is not saved, and what can be done. */
export function SaveProblem({
  state,
  onLoadTheirs,
  onKeepMine,
}: {
  state: SaveState;
  onLoadTheirs(): void;
  onKeepMine(): void;
}) {
  if (state.kind === 'refused')
    return (
      <Notice tone="danger" title="Not saved" className="mb-6">
        {state.why}
      </Notice>
    );
  if (state.kind !== 'conflict') return null;
  return (
    <Notice tone="warning" title="Somebody else changed this draft meanwhile" className="mb-6">
      <p>Nothing of yours is lost: it stands here, and is not saved. Which one shall it be?</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" variant="secondary" onClick={onLoadTheirs}>
          Load theirs
        </Button>
        <Button size="sm" variant="secondary" onClick={onKeepMine}>
          Keep mine
        </Button>
      </div>
    </Notice>
  );
}
