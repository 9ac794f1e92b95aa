import { variantKeys } from '../../campaigns.schema.ts';

/** One text of a draft. The shares of all are whole percents and together 100. */
export interface DraftText {
  /** A is the campaign's own. */
  key: string;
  share: number;
  subject: string;
  body: string;
}

const keyAt = (index: number): string => (index === 0 ? 'A' : (variantKeys[index - 1] ?? ''));
/** As many texts as a campaign may have. */
export const MAX_TEXTS = variantKeys.length + 1;

/** One more text, a copy of another to begin with, and all with the same share again. */
export const withText = (texts: readonly DraftText[], like: DraftText): DraftText[] =>
  texts.length >= MAX_TEXTS ? [...texts] : evenly([...texts, like]);

/** Without one; those after it move up, and all have the same share again. A, the campaign's own, stays. */
export const withoutText = (texts: readonly DraftText[], key: string): DraftText[] =>
  key === 'A' ? [...texts] : evenly(texts.filter((text) => text.key !== key));

/** Gives a text so many percent, as far as A, which gets what the others leave, keeps one. */
export function withShare(texts: readonly DraftText[], key: string, share: number): DraftText[] {
  if (key === 'A' || !Number.isFinite(share) || !texts.some((text) => text.key === key)) return [...texts];
  const others = texts
    .filter((text) => text.key !== 'A' && text.key !== key)
    .reduce((sum, text) => sum + text.share, 0);
  const given = Math.min(Math.max(Math.round(share), 1), 99 - others);
  return texts.map((text) => {
    if (text.key === key) return { ...text, share: given };
    return text.key === 'A' ? { ...text, share: 100 - others - given } : text;
  });
}

/** The same share for each; what is left over goes to A. */
function evenly(texts: readonly DraftText[]): DraftText[] {
  const share = Math.floor(100 / texts.length);
  return texts.map((text, i) => ({
    ...text,
    key: keyAt(i),
    share: i === 0 ? 100 - share * (texts.length - 1) : share,
  }));
}
