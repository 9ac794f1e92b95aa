import { Picture, type PictureName } from './picture.tsx';
import { Section } from './section.tsx';

const steps: { title: string; text: string; picture: PictureName; alt: string }[] = [
  {
    title: 'Import',
    text: 'Customers and orders as CSV files, or through the API. Columns are mapped by their names and contents, a check shows what would happen, and the rows that cannot be used come back as a file with the reason.',
    picture: 'imports',
    alt: 'An import that is over: rows read, customers added, changed and unchanged, and the rows that were bad.',
  },
  {
    title: 'Describe',
    text: 'An audience by rules on real orders (spend, count, recency, any window), or in your own words. You see how many it is as you type, and who.',
    picture: 'audience',
    alt: 'An audience in the rule builder: conditions on spend and orders, with the count and some customers beside them.',
  },
  {
    title: 'Check, then launch',
    text: 'Before anything is sent: who will get it, who will not and for which reason, which variables lack a value, and how long it will take.',
    picture: 'preflight',
    alt: 'A campaign before its launch: how many will get it, who is left out and why, and the message as one customer will read it.',
  },
  {
    title: 'Watch, and learn',
    text: 'Every message on its way, live, until the last receipt is in. Then what it earned, against those who got nothing.',
    picture: 'results',
    alt: 'The results of a campaign: orders and revenue after it, and the difference to the holdout group.',
  },
];

/** The way through the product, with a picture for each step. */
export const Steps = () => (
  <Section id="how-it-works" title="How it works" sunken>
    <ol className="grid grid-cols-1 gap-x-8 gap-y-12 md:grid-cols-2">
      {steps.map(({ title, text, picture, alt }, i) => (
        <li key={title}>
          <Picture name={picture} alt={alt} className="shadow-popover" />
          <h3 className="mt-5 flex items-center gap-2.5 font-semibold text-base">
            <span
              aria-hidden
              className="flex size-6 items-center justify-center rounded-full bg-accent-soft text-accent-text text-caption tabular-nums"
            >
              {i + 1}
            </span>
            {title}
          </h3>
          <p className="mt-1.5 text-pretty text-muted">{text}</p>
        </li>
      ))}
    </ol>
  </Section>
);
