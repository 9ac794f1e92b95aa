'use client';
import { useEffect, useId, useRef } from 'react';

/**
 * An HTML message in a frame that can do nothing: no scripts, no forms, no requests. Give it `key={html}`: a frame's first
 * page leaves no step in the browser's history.
 */
export function HtmlFrame({ html }: { html: string }) {
  const name = `message-${useId()}`;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.submit(), []);
  return (
    <>
      <form ref={form} method="post" action="/api/message-preview" target={name} hidden>
        <input type="hidden" name="html" value={html} />
      </form>
      <iframe
        name={name}
        title="The message as it looks"
        sandbox=""
        // White as mail programs are, whatever the theme: the message brings its own colours.
        className="h-96 w-full bg-white"
      />
    </>
  );
}
