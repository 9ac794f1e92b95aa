import { isHtmlBody } from '@/lib/html-body.ts';
import { Notice } from '@/ui/states.tsx';
import type { Channel, Rendered } from '../../campaigns.schema.ts';
import { HtmlFrame } from './html-frame.tsx';

/** One customer's message in the frame it will be read in. Nothing in it is run or fetched. */
export const RenderedMessage = ({ rendered, channel }: { rendered: Rendered; channel: Channel }) => {
  if (rendered.missing.length > 0)
    return (
      <Notice tone="warning" title="This customer would be skipped">
        There is no value for <code className="font-mono">{rendered.missing.join(', ')}</code>. Give a
        default, for example <code className="font-mono">{'{{ customer.name | default: "there" }}'}</code>.
      </Notice>
    );
  if (channel === 'SMS')
    return (
      <div className="rounded-xl bg-sunken p-4">
        <p className="mb-2 text-muted text-xs">To {rendered.to ?? 'no phone number: would be skipped'}</p>
        <p className="max-w-[85%] whitespace-pre-wrap break-words rounded-2xl rounded-bl-sm bg-surface px-4 py-2.5 text-sm shadow-xs">
          {rendered.body}
        </p>
      </div>
    );
  return (
    <article className="overflow-hidden rounded-xl border border-line" aria-label="Message preview">
      <header className="border-line border-b bg-sunken/60 px-4 py-3">
        <p className="break-words font-semibold text-sm">{rendered.subject || 'No subject'}</p>
        <p className="truncate text-muted text-xs">
          To {rendered.to ?? 'no email address: would be skipped'}
        </p>
      </header>
      {isHtmlBody(rendered.body) ? (
        <HtmlFrame key={rendered.body} html={rendered.body} />
      ) : (
        <p className="whitespace-pre-wrap break-words px-4 py-4 text-sm leading-relaxed">{rendered.body}</p>
      )}
    </article>
  );
};
