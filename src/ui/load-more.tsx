import { formatNumber } from '@/lib/format.ts';
import { Button } from './button.tsx';

/** The foot of a list that comes in pages: how many are shown, and the next ones. */
export const LoadMore = ({
  shown,
  hasMore,
  pending,
  failed,
  onLoad,
}: {
  shown: number;
  hasMore: boolean;
  pending: boolean;
  /** Why the next ones did not come, if they did not. */
  failed?: string | undefined;
  onLoad(): void;
}) => (
  <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t px-5 py-2.5 text-small text-muted">
    <span className="tabular-nums" role="status">
      {hasMore ? `The first ${formatNumber(shown)}` : `All ${formatNumber(shown)}`}
    </span>
    {failed && !pending && (
      <span className="text-danger-text" role="alert">
        {failed}
      </span>
    )}
    {hasMore && (
      <Button variant="ghost" size="sm" pending={pending} onClick={onLoad}>
        Load more
      </Button>
    )}
  </div>
);
