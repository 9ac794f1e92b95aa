import { ArrowRight, Check } from 'lucide-react';
import Link from 'next/link';
import { cn } from '@/lib/cn.ts';
import { Button } from '@/ui/button.tsx';
import { Card, CardHeader } from '@/ui/card.tsx';
import type { Overview } from '../analytics.schema.ts';

type Steps = Overview['firstSteps'];

const steps: {
  key: keyof Steps;
  title: string;
  text: string;
  action: { label: string; href: string };
}[] = [
  {
    key: 'customers',
    title: 'Import your customers',
    text: 'A CSV file with an email column is enough; there is a sample if you have none at hand.',
    action: { label: 'Import customers', href: '/imports/new' },
  },
  {
    key: 'orders',
    title: 'Import their orders',
    text: 'So that audiences can ask who bought how much, how often and when.',
    action: { label: 'Import orders', href: '/imports/new?kind=orders' },
  },
  {
    key: 'audience',
    title: 'Describe an audience',
    text: 'With rules, or in your own words. You see the count as you go.',
    action: { label: 'New audience', href: '/audiences/new' },
  },
  {
    key: 'campaign',
    title: 'Launch a campaign',
    text: 'The built-in vendor simulator delivers it; nobody real is written to.',
    action: { label: 'Write a campaign', href: '/campaigns/new' },
  },
];

/** What a new workspace does first; gone once all of it is done. */
export function FirstSteps({ done }: { done: Steps }) {
  const next = steps.find(({ key }) => !done[key]);
  if (!next) return null;
  const count = steps.filter(({ key }) => done[key]).length;
  return (
    <Card>
      <CardHeader title="First steps" description={`${count} of ${steps.length} done`} />
      <ol className="border-line border-t">
        {steps.map(({ key, title, text, action }, i) => (
          <li
            key={key}
            className="flex flex-wrap items-center gap-x-4 gap-y-3 border-line px-5 py-3.5 not-last:border-b sm:flex-nowrap"
          >
            <StepMark number={i + 1} done={done[key]} />
            <div className="min-w-0 flex-1 basis-52">
              <p className={cn('font-medium text-sm', done[key] && 'text-muted')}>
                {title}
                {done[key] && <span className="sr-only"> (done)</span>}
              </p>
              {!done[key] && <p className="text-[13px] text-muted">{text}</p>}
            </div>
            {!done[key] && (
              <Button
                asChild
                size="sm"
                variant={key === next.key ? 'primary' : 'secondary'}
                className="ml-11 sm:ml-0"
              >
                <Link href={action.href}>
                  {action.label}
                  {key === next.key && <ArrowRight aria-hidden />}
                </Link>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

const StepMark = ({ number, done }: { number: number; done: boolean }) => (
  <span
    className={cn(
      'flex size-7 shrink-0 items-center justify-center rounded-full font-medium text-[13px] tabular-nums',
      done ? 'bg-success-soft text-success-text' : 'bg-sunken text-muted',
    )}
    aria-hidden
  >
    {done ? <Check className="size-4" /> : number}
  </span>
);
