import { Badge, type Tone } from '@/ui/badge.tsx';
import type { ImportKind, ImportStatus } from '../imports.schema.ts';

const looks: Record<ImportStatus, { label: string; tone: Tone }> = {
  QUEUED: { label: 'Waiting', tone: 'neutral' },
  RUNNING: { label: 'Running', tone: 'accent' },
  COMPLETED: { label: 'Completed', tone: 'success' },
  FAILED: { label: 'Failed', tone: 'danger' },
  CANCELLED: { label: 'Cancelled', tone: 'neutral' },
};

export const ImportStatusBadge = ({ status }: { status: ImportStatus }) => (
  <Badge tone={looks[status].tone}>{looks[status].label}</Badge>
);

export const statusLabel = (status: ImportStatus): string => looks[status].label;
export const kindLabel = (kind: ImportKind): string => (kind === 'ORDERS' ? 'Orders' : 'Customers');
export const isOver = (status: ImportStatus): boolean => status !== 'QUEUED' && status !== 'RUNNING';
