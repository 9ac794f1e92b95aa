/** Lines of code that scroll sideways where they are too long; a keyboard reaches them. */
export const CodeBlock = ({ label, code }: { label: string; code: string }) => (
  <figure className="min-w-0 overflow-hidden rounded-xl border border-line bg-sunken">
    <figcaption className="border-line border-b px-4 py-2.5 font-medium text-muted text-small">
      {label}
    </figcaption>
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      className="overflow-x-auto p-4"
    >
      <pre className="font-mono text-small leading-relaxed">
        <code>{code}</code>
      </pre>
    </section>
  </figure>
);
