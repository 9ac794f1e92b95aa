import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { readyMadeAudiences } from '@/features/audiences/rules/ready-made.ts';
import type { Import } from '@/features/imports/imports.schema.ts';
import { cn } from '@/lib/cn.ts';
import { plural } from '@/lib/format.ts';
import { Button } from '@/ui/button.tsx';
import { Progress } from '@/ui/progress.tsx';
import type { FirstSteps } from '../onboarding.schema.ts';
import { StepMark } from './step-mark.tsx';
import { useSampleImport } from './use-first-steps.ts';

interface Sample {
  start(): void;
  pending: boolean;
}

/** The four steps, what each is for, and the way to the next. */
export function StepList({
  steps,
  sample,
  choosing,
}: {
  steps: FirstSteps;
  sample: Sample;
  /** Whether the ways to bring something in are offered above already. */
  choosing: boolean;
}) {
  const { customers, orders, moving } = steps.sample;
  useSampleImport('customers', customers);
  useSampleImport('orders', orders);
  const next = (['customers', 'orders', 'audience', 'campaign'] as const).find((key) => !steps[key]);
  const first = readyMadeAudiences['good-customers'];
  return (
    <ol className="border-line border-t">
      <Step
        number={1}
        done={steps.customers && !isAtWork(customers)}
        title="Import your customers"
        text="A CSV file with an email column is enough."
        below={
          <SampleState state={customers} what="customers" waiting={moving && !customers} sample={sample} />
        }
      >
        {!moving && !choosing && !steps.customers && (
          <Go href="/imports/new" label="Import customers" quiet />
        )}
      </Step>
      <Step
        number={2}
        done={steps.orders && !isAtWork(orders)}
        title="Import their orders"
        text="So that audiences can ask who bought how much, how often and when."
        below={
          <SampleState state={orders} what="orders" waiting={moving && !isAtWork(orders)} sample={sample} />
        }
      >
        {!moving && !choosing && !steps.orders && (
          <>
            {customers?.status === 'COMPLETED' && (
              <Button size="sm" pending={sample.pending} onClick={sample.start}>
                Import the sample’s
              </Button>
            )}
            <Go href="/imports/new?kind=orders" label="Import orders" quiet={next !== 'orders'} />
          </>
        )}
      </Step>
      <Step
        number={3}
        done={steps.audience}
        title="Describe an audience"
        text={`With rules, or in your own words. A good first one is “${first.name}”: ${first.description.toLowerCase()}`}
      >
        <Go href="/audiences/new" label="From scratch" quiet />
        <Go
          href="/audiences/new?ready=good-customers"
          label={`Begin with “${first.name}”`}
          quiet={next !== 'audience'}
        />
      </Step>
      <Step
        number={4}
        done={steps.campaign}
        title="Launch a campaign"
        text="The built-in vendor simulator delivers it; nobody real is written to."
      >
        <Go
          href={steps.audienceId ? `/campaigns/new?audienceId=${steps.audienceId}` : '/campaigns/new'}
          label="Write a campaign"
          quiet={next !== 'campaign'}
        />
      </Step>
    </ol>
  );
}

const isAtWork = (state: Import | null): boolean => state?.status === 'QUEUED' || state?.status === 'RUNNING';

const Go = ({ href, label, quiet = false }: { href: string; label: string; quiet?: boolean }) => (
  <Button asChild size="sm" variant={quiet ? 'secondary' : 'primary'}>
    <Link href={href}>
      {label}
      {!quiet && <ArrowRight aria-hidden />}
    </Link>
  </Button>
);

const Step = ({
  number,
  done,
  title,
  text,
  below,
  children,
}: {
  number: number;
  done: boolean;
  title: string;
  text: string;
  below?: ReactNode;
  children: ReactNode;
}) => (
  <li className="border-line px-5 py-3.5 not-last:border-b">
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 sm:flex-nowrap">
      <StepMark state={done ? 'DONE' : 'WAITING'} number={number} />
      <div className="min-w-0 flex-1 basis-52">
        <p className={cn('font-medium text-sm', done && 'text-muted')}>
          {title}
          {done && <span className="sr-only"> (done)</span>}
        </p>
        {!done && <p className="text-pretty text-small text-muted">{text}</p>}
      </div>
      {!done && <div className="ml-11 flex flex-wrap gap-2 empty:hidden sm:ml-0">{children}</div>}
    </div>
    {below}
  </li>
);

/** How the sample shop’s own import of this step is doing. */
function SampleState({
  state,
  what,
  waiting,
  sample,
}: {
  state: Import | null;
  what: string;
  waiting: boolean;
  sample: Sample;
}) {
  if (state && isAtWork(state))
    return (
      <div className="mt-3 ml-11">
        <Progress label={`Progress of the sample’s ${what}`} value={state.progress} className="h-2" />
        <p className="mt-1.5 text-small text-muted tabular-nums">
          {plural(state.counts.rows, 'row')} of the sample shop’s {what} so far.{' '}
          <Link href={`/imports/${state.id}`} className="underline underline-offset-4">
            Watch it
          </Link>
        </p>
      </div>
    );
  if (waiting)
    return <p className="mt-2 ml-11 text-small text-muted">The sample shop’s {what} follow by themselves.</p>;
  if (state?.status !== 'FAILED' && state?.status !== 'CANCELLED') return null;
  return (
    <p className="mt-2 ml-11 text-small text-danger-text">
      The sample shop’s {what} were not brought in:{' '}
      {state.status === 'FAILED' ? (state.error ?? 'the import failed.') : 'the import was stopped.'}{' '}
      <button
        type="button"
        className="font-medium underline underline-offset-4"
        disabled={sample.pending}
        onClick={sample.start}
      >
        Try again
      </button>
    </p>
  );
}
