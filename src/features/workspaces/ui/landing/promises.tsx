import {
  ArrowUpFromLine,
  CircleHelp,
  type LucideIcon,
  MailWarning,
  PlugZap,
  Sigma,
  WandSparkles,
} from 'lucide-react';

const promises: { icon: LucideIcon; title: string; text: string }[] = [
  {
    icon: Sigma,
    title: 'The ledger always adds up',
    text: 'One row per recipient, made at launch. Waiting, sent, delivered, bounced, failed and skipped are the audience, always. A server that dies in the middle loses nobody.',
  },
  {
    icon: MailWarning,
    title: 'Failures are never hidden',
    text: 'Tried again after 2, 4 and 8 seconds. What still fails is kept and grouped by cause, for you to retry or to discard with a note.',
  },
  {
    icon: WandSparkles,
    title: 'Words become rules you can check',
    text: '“Spent over 500 and not ordered for 90 days” turns into rules to look at and change, with a live count. What was not understood is said.',
  },
  {
    icon: CircleHelp,
    title: 'Who got it, who did not, and why',
    text: 'Unsubscribed, no address, a name missing: everyone who is left out has a reason, before the launch and after it.',
  },
  {
    icon: ArrowUpFromLine,
    title: 'Imports that survive',
    text: 'They go on after a crash, can be repeated without doubling anything, and hand the bad rows back as a file with the reason for each.',
  },
  {
    icon: PlugZap,
    title: 'A kit for vendors',
    text: 'OpenAPI, signed receipts that may come late, twice and in any order, and a simulator you can tell to fail, delay, repeat and reorder.',
  },
];

/** What the product promises, each in two sentences. */
export const Promises = () => (
  <section aria-labelledby="promises" className="mx-auto w-full max-w-6xl px-4 pt-16 sm:px-8 lg:pt-20">
    <h2 id="promises" className="text-balance font-semibold text-2xl tracking-tight">
      What you can rely on
    </h2>
    <ul className="mt-8 grid gap-x-10 gap-y-9 sm:grid-cols-2 lg:grid-cols-3">
      {promises.map(({ icon: Icon, title, text }) => (
        <li key={title}>
          <span className="flex size-9 items-center justify-center rounded-lg bg-accent-soft text-accent-text">
            <Icon className="size-4.5" aria-hidden />
          </span>
          <h3 className="mt-3 font-semibold text-[15px]">{title}</h3>
          <p className="mt-1.5 text-pretty text-muted">{text}</p>
        </li>
      ))}
    </ul>
  </section>
);
