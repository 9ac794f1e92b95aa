import { formatNumber } from '../../../../lib/format.ts';

/** How a figure compares with the one before: in which direction, by how much, and whether that is good. */
export interface Change {
  direction: 'up' | 'down' | 'same';
  /** “12%”, “2.1 points”; null when there is nothing to compare with. */
  amount: string | null;
  tone: 'good' | 'bad' | 'neutral';
}

type Better = 'more' | 'less';

/** By how many percent a number changed. */
export function changeOf(now: number, before: number, better: Better): Change {
  if (before <= 0) return change(now - before, null, better);
  const percent = ((now - before) / before) * 100;
  const size = Math.abs(percent);
  return change(
    now - before,
    size < 0.1 ? '<0.1%' : `${size < 10 ? trim(size) : formatNumber(Math.round(size))}%`,
    better,
  );
}

/** By how many points a share (0 to 1) changed; null: there was none. */
export function pointsOf(now: number | null, before: number | null, better: Better): Change {
  if (now === null || before === null) return { direction: 'same', amount: null, tone: 'neutral' };
  const points = Math.round((now - before) * 1_000) / 10;
  return change(points, `${trim(Math.abs(points))} ${Math.abs(points) === 1 ? 'point' : 'points'}`, better);
}

function change(difference: number, amount: string | null, better: Better): Change {
  if (difference === 0) return { direction: 'same', amount: null, tone: 'neutral' };
  const direction = difference > 0 ? 'up' : 'down';
  return { direction, amount, tone: (direction === 'up') === (better === 'more') ? 'good' : 'bad' };
}

const trim = (n: number): string => n.toFixed(1).replace(/\.0$/, '');
