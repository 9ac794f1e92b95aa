import { Badge, type Tone } from '@/ui/badge.tsx';
import type { Import, ImportKind, ImportStatus, UndoStatus } from '../imports.schema.ts';

const looks: Record<ImportStatus, { label: string; tone: Tone }> = {
  QUEUED: { label: 'Waiting', tone: 'neutral' },
  RUNNING: { label: 'Running', tone: 'accent' },
  COMPLETED: { label: 'Completed', tone: 'success' },
  FAILED: { label: 'Failed', tone: 'danger' },
  CANCELLED: { label: 'Cancelled', tone: 'neutral' },
};
const undoLooks: Record<Exclude<UndoStatus, 'EXPIRED'>, { label: string; tone: Tone }> = {
  QUEUED: { label: 'Being undone', tone: 'accent' },
  RUNNING: { label: 'Being undone', tone: 'accent' },
  DONE: { label: 'Undone', tone: 'warning' },
  FAILED: { label: 'Undo failed', tone: 'danger' },
};

/** How an import stands: its status, or what became of it when it was taken back; a check says that it is one. */
export const ImportStatusBadge = ({
  state: { status, dryRun, undo },
}: {
  state: Pick<Import, 'status' | 'dryRun' | 'undo'>;
}) => {
  const { label, tone } = undo && undo.status !== 'EXPIRED' ? undoLooks[undo.status] : looks[status];
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {dryRun && <Badge tone="info">Check only</Badge>}
      <Badge tone={tone}>{label}</Badge>
    </span>
  );
};

export const statusLabel = (status: ImportStatus): string => looks[status].label;
export const statusLabels = (Object.keys(looks) as ImportStatus[]).map((value) => ({
  value,
  label: looks[value].label,
}));
export const kindLabel = (kind: ImportKind): string => (kind === 'ORDERS' ? 'Orders' : 'Customers');
export const isOver = (status: ImportStatus): boolean => status !== 'QUEUED' && status !== 'RUNNING';
export const isBeingUndone = ({ undo }: Pick<Import, 'undo'>): boolean =>
  undo?.status === 'QUEUED' || undo?.status === 'RUNNING';
/** Whether its figures still move. */
export const isMoving = (state: Pick<Import, 'status' | 'undo'>): boolean =>
  !isOver(state.status) || isBeingUndone(state);
/** Whether it changed anything that is still there to take back. */
export const canBeUndone = ({ status, dryRun, undo, counts }: Import): boolean =>
  !dryRun &&
  isOver(status) &&
  (undo === null || undo.status === 'FAILED') &&
  counts.inserted + counts.updated > 0;
