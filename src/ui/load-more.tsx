import { formatNumber } from '@/lib/format.ts';
import { Button } from './button.tsx';

/** The foot of a list that comes in pages: how many are shown, and the next ones. */
export const LoadMore = ({
  shown,
  hasMore,
  pending,
  onLoad,
}: {
  shown: number;
  hasMore: boolean;
  pending: boolean;
  onLoad(): void;
}) => (
  <div className="flex items-center justify-between gap-4 border-line border-t px-5 py-2.5 text-[13px] text-muted">
    <span className="tabular-nums">
      {hasMore ? `The first ${formatNumber(shown)}` : `All ${formatNumber(shown)}`}
    </span>
    {hasMore && (
      <Button variant="ghost" size="sm" pending={pending} onClick={onLoad}>
        Load more
      </Button>
    )}
  </div>
);
