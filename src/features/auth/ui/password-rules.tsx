import { Check, Circle } from 'lucide-react';
import { cn } from '@/lib/cn.ts';
import { isMonotonous, isOwn, MIN_PASSWORD, type PasswordOwner } from '../password-rules.schema.ts';

/** What a new password must be, ticked off while one types; the server's own rules. It alone knows the common ones. */
export function PasswordRules({ password, owner }: { password: string; owner?: PasswordOwner }) {
  const typed = password !== '';
  const rules = [
    { words: `At least ${MIN_PASSWORD} characters`, met: password.length >= MIN_PASSWORD },
    { words: 'More than a row of keys, or the same again', met: typed && !isMonotonous(password) },
    ...(owner ? [{ words: 'Not your name or address', met: typed && !isOwn(password, owner) }] : []),
  ];
  return (
    <div className="text-small text-muted">
      <ul aria-label="What it must be" className="flex flex-col gap-1">
        {rules.map(({ words, met }) => (
          <li key={words} className={cn('flex items-center gap-2', met && 'text-success-text')}>
            {met ? <Check className="size-3.5" aria-hidden /> : <Circle className="size-3.5" aria-hidden />}
            {words}
            <span className="sr-only">{met ? ' (met)' : ' (not yet)'}</span>
          </li>
        ))}
      </ul>
      <p className="mt-1.5">A few words that have nothing to do with each other are hard to guess.</p>
    </div>
  );
}
