import {
  ArrowUpFromLine,
  CircleHelp,
  ClipboardCheck,
  type LucideIcon,
  MailWarning,
  Sigma,
  WandSparkles,
} from 'lucide-react';
import { Section } from './section.tsx';

const promises: { icon: LucideIcon; title: string; text: string }[] = [
  {
    icon: Sigma,
    title: 'The ledger always adds up',
    text: 'One row per recipient, made at launch. Waiting, sent, delivered, bounced, failed and skipped are the audience, always. A server that dies in the middle loses nobody, and writes to nobody twice.',
  },
  {
    icon: MailWarning,
    title: 'Failures are never hidden',
    text: 'Tried again after 2, 4 and 8 seconds. What still fails is kept and grouped by cause, for you to retry, to correct, or to give up with a note.',
  },
  {
    icon: WandSparkles,
    title: 'Words become rules you can check',
    text: '“Spent over 500 and not ordered for 90 days” turns into rules to look at and change, with a live count. What was not understood is said. It works without an AI key.',
  },
  {
    icon: ClipboardCheck,
    title: 'A preflight before every launch',
    text: 'The exact recipients, everybody who is left out by reason, and each variable that lacks a value. No message goes out with a hole in it.',
  },
  {
    icon: CircleHelp,
    title: 'Who got it, who did not, and why',
    text: 'Unsubscribed, no address, a name missing, written to often enough: ask about any customer, before the launch and after it.',
  },
  {
    icon: ArrowUpFromLine,
    title: 'Imports that survive',
    text: 'They go on after a crash, can be repeated without doubling anything, hand the bad rows back, and a whole import can be undone.',
  },
];

/** What the product promises, each in a few sentences. */
export const Promises = () => (
  <Section id="promises" title="What you can rely on">
    <ul className="grid grid-cols-1 gap-x-10 gap-y-9 sm:grid-cols-2 lg:grid-cols-3">
      {promises.map(({ icon: Icon, title, text }) => (
        <li key={title}>
          <span className="flex size-9 items-center justify-center rounded-lg bg-accent-soft text-accent-text">
            <Icon className="size-4.5" aria-hidden />
          </span>
          <h3 className="mt-3 font-semibold text-title">{title}</h3>
          <p className="mt-1.5 text-pretty text-muted">{text}</p>
        </li>
      ))}
    </ul>
  </Section>
);
