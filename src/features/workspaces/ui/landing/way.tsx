const steps = [
  { title: 'Import', text: 'Customers and orders as CSV files, or through the API.' },
  { title: 'Describe', text: 'An audience by rules on real orders, or in your own words.' },
  { title: 'Launch', text: 'After seeing exactly who will get it, who will not, and why.' },
  { title: 'Watch', text: 'Every message on its way, live, until the last receipt is in.' },
];

/** The way through the product, in four steps. */
export const Way = () => (
  <section aria-labelledby="way" className="border-line border-y bg-surface">
    <div className="mx-auto w-full max-w-6xl px-4 py-10 sm:px-8">
      <h2 id="way" className="sr-only">
        How it works
      </h2>
      <ol className="grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
        {steps.map(({ title, text }, i) => (
          <li key={title}>
            <p className="flex items-center gap-2.5 font-semibold text-[15px]">
              <span
                aria-hidden
                className="flex size-6 items-center justify-center rounded-full bg-accent-soft text-accent-text text-xs tabular-nums"
              >
                {i + 1}
              </span>
              {title}
            </p>
            <p className="mt-1.5 text-muted">{text}</p>
          </li>
        ))}
      </ol>
    </div>
  </section>
);
