/**
 * What a password must not be, as far as that can be told without the list of common ones: for the server, which adds
 * that list (`passwords.ts`), and for the forms, which say it while one types.
 */
export interface PasswordOwner {
  name: string | null;
  email: string;
}

export const MIN_PASSWORD = 10;

const compact = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
const withoutEnds = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** The password as it is compared: folded, without digits and signs around it, and what it repeats, if it does. */
export function partsOf(password: string): { candidates: string[]; core: string; unit: string | undefined } {
  const text = password.normalize('NFKC').toLowerCase();
  const core = withoutEnds(text);
  const unit = /^(.+?)\1+$/su.exec(text)?.[1];
  return { candidates: [text, core, ...(unit ? [unit, withoutEnds(unit)] : [])], core, unit };
}

export function isOwn(password: string, { name, email }: PasswordOwner): boolean {
  const own = [email, email.split('@')[0] ?? '', name ?? ''].map(compact);
  return partsOf(password).candidates.some((part) => part !== '' && own.includes(compact(part)));
}

/** Whether it is little but a repetition, a row of neighbouring characters, or has hardly a letter. */
export function isMonotonous(password: string): boolean {
  const { core, unit } = partsOf(password);
  return (
    (unit !== undefined && unit.length <= 4) ||
    isRow(password.normalize('NFKC').toLowerCase()) ||
    core.length <= 2
  );
}

/** “1234567890”, “fedcba…”: each character one after, or one before, the last. */
function isRow(text: string): boolean {
  const codes = Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  return [1, -1].some((step) =>
    codes.every(
      (code, i) => i === 0 || code === (codes[i - 1] ?? 0) + step || (code === 48 && codes[i - 1] === 57),
    ),
  );
}
