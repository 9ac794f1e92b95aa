/** A part of those written to that shares a tag, a country or an RFM segment. */
export interface GroupFigures {
  kind: 'tag' | 'country' | 'segment';
  name: string;
  people: number;
  delivered: number;
}
/** A group worth a sentence, with those who are not in it to compare it to. */
export interface Difference extends GroupFigures {
  others: { people: number; delivered: number };
}

/** Fewer people than this say nothing about a group. */
const ENOUGH = 20;
/** Share of deliveries that must lie between a group and the others, and how unlikely by chance (standard deviations). */
const POINTS = 0.05;
const DEVIATIONS = 2.6;
const MOST = 2;

/**
 * The groups whose share of deliveries differs notably from the others', the surest first; the shop's best customers (a
 * VIP tag, the Champions) are always told of when there are enough of them.
 */
export function notableGroups(
  groups: Iterable<GroupFigures>,
  total: { people: number; delivered: number },
): Difference[] {
  const compared = [...groups].flatMap((group) => {
    const others = {
      people: total.people - group.people,
      delivered: total.delivered - group.delivered,
    };
    if (group.people < ENOUGH || others.people < ENOUGH) return [];
    const gap = group.delivered / group.people - others.delivered / others.people;
    const share = total.delivered / total.people;
    const deviation = Math.sqrt(share * (1 - share) * (1 / group.people + 1 / others.people));
    return [{ ...group, others, gap, sureness: deviation === 0 ? 0 : Math.abs(gap) / deviation }];
  });
  const told = compared
    .filter(({ gap, sureness }) => Math.abs(gap) >= POINTS && sureness >= DEVIATIONS)
    .sort((a, b) => b.sureness - a.sureness || (a.name < b.name ? -1 : 1))
    .slice(0, MOST);
  const best = compared.find(isBest);
  const chosen = best && !told.includes(best) ? [...told.slice(0, MOST - 1), best] : told;
  return chosen.map(({ gap: _gap, sureness: _sureness, ...difference }) => difference);
}

const isBest = ({ kind, name }: GroupFigures): boolean =>
  (kind === 'tag' && /^vips?$/i.test(name)) || (kind === 'segment' && name === 'Champions');
