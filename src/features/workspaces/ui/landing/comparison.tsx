import { Check, Minus } from 'lucide-react';
import { Section } from './section.tsx';

type Fact = 'yes' | 'no' | string;
const rows: { what: string; newsletter: Fact; suite: Fact; ours: Fact }[] = [
  { what: 'Runs on your own server, with your own data', newsletter: 'yes', suite: 'no', ours: 'yes' },
  { what: 'Costs more with every contact', newsletter: 'no', suite: 'yes', ours: 'no' },
  { what: 'Audiences from orders: spend, count, recency', newsletter: 'Rarely', suite: 'yes', ours: 'yes' },
  { what: 'A reason for everyone who is left out', newsletter: 'Rarely', suite: 'Some', ours: 'yes' },
  { what: 'A holdout group, and the lift against it', newsletter: 'no', suite: 'Some', ours: 'yes' },
  { what: 'Journeys that run by themselves', newsletter: 'Rarely', suite: 'yes', ours: 'no' },
  { what: 'A designer for HTML mail, by drag and drop', newsletter: 'Some', suite: 'yes', ours: 'no' },
  { what: 'Sends mail itself, without a vendor', newsletter: 'Some', suite: 'yes', ours: 'By SMTP' },
];

/** What it does beside other kinds of tools, and what it does not. */
export const Comparison = () => (
  <Section
    id="comparison"
    title="What it is, and what it is not"
    text="Beside the two kinds of tools most shops know. Products differ; this is what is usual."
  >
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label="Comparison"
      className="overflow-x-auto rounded-xl border border-line bg-surface"
    >
      <table className="w-full min-w-[38rem] text-left text-sm">
        <thead className="bg-sunken text-small text-muted">
          <tr>
            <th scope="col" className="px-4 py-3 font-medium">
              <span className="sr-only">What</span>
            </th>
            <th scope="col" className="px-4 py-3 font-medium">
              A newsletter server you host
            </th>
            <th scope="col" className="px-4 py-3 font-medium">
              A hosted marketing suite
            </th>
            <th scope="col" className="px-4 py-3 font-semibold text-foreground">
              NexusFlow
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ what, newsletter, suite, ours }) => (
            <tr key={what} className="border-line border-t">
              <th scope="row" className="px-4 py-3 font-normal">
                {what}
              </th>
              <Cell fact={newsletter} />
              <Cell fact={suite} />
              <Cell fact={ours} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  </Section>
);

const Cell = ({ fact }: { fact: Fact }) => (
  <td className="px-4 py-3">
    {fact === 'yes' ? (
      <span className="inline-flex items-center gap-1.5">
        <Check className="size-4 text-success-text" aria-hidden />
        Yes
      </span>
    ) : fact === 'no' ? (
      <span className="inline-flex items-center gap-1.5 text-muted">
        <Minus className="size-4" aria-hidden />
        No
      </span>
    ) : (
      <span className="text-muted">{fact}</span>
    )}
  </td>
);
