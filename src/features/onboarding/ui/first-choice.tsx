import { ArrowUpFromLine, type LucideIcon, Store } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/ui/button.tsx';
import { useSampleWorkspace } from './use-sample-workspace.ts';

/** How to begin in an empty workspace: with a shop that is there already, or with one’s own. */
export function FirstChoice({ sample }: { sample: { start(): void; pending: boolean } }) {
  const playground = useSampleWorkspace();
  return (
    <div className="px-5 pb-5">
      <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
        <Choice
          icon={Store}
          title="Try it with the sample shop"
          text="4,372 customers and 22,190 orders of a gift shop, in some seconds. Names and addresses are made up, and you can take the import back."
        >
          <Button pending={sample.pending} onClick={sample.start}>
            Import the sample shop
          </Button>
        </Choice>
        <Choice
          icon={ArrowUpFromLine}
          title="Bring in your own customers"
          text="A CSV file with an email column is enough. You see what each column is taken for before anything is written."
        >
          <Button asChild variant="secondary">
            <Link href="/imports/new">Import your own</Link>
          </Button>
        </Choice>
      </div>
      <p className="mt-4 text-small text-muted">
        Rather look around first?{' '}
        <button
          type="button"
          className="font-medium text-accent-text underline-offset-4 hover:underline disabled:opacity-60"
          disabled={playground.pending}
          onClick={playground.open}
        >
          {playground.pending
            ? 'On the way …'
            : playground.mine
              ? 'Open your sample workspace'
              : 'Open a sample workspace'}
        </button>{' '}
        with audiences and sent campaigns in it, apart from this one.
      </p>
    </div>
  );
}

const Choice = ({
  icon: Icon,
  title,
  text,
  children,
}: {
  icon: LucideIcon;
  title: string;
  text: string;
  children: ReactNode;
}) => (
  <div className="flex flex-col items-start rounded-lg border border-line p-4">
    <span className="flex size-9 items-center justify-center rounded-lg bg-accent-soft text-accent-text">
      <Icon className="size-4.5" aria-hidden />
    </span>
    <h3 className="mt-3 font-semibold text-sm">{title}</h3>
    <p className="mt-1 mb-4 flex-1 text-pretty text-small text-muted">{text}</p>
    {children}
  </div>
);
