declare global {
  interface Window {
    /** Gives the page what was typed and pressed before it listened; there until it was called. */
    handOver?: () => void;
  }
}

/**
 * Runs in the page before any script of its own has come, and keeps what somebody types, and the last button they press or
 * file they choose, until `handOver`, when the page listens. A form is not sent by the browser meanwhile: that would put its
 * fields, a password among them, into the address. Nothing from outside may be named in here, for it goes as text.
 */
function keepEarlyHands(): void {
  const typed = new Map<HTMLInputElement | HTMLTextAreaElement, string>();
  let last: Event | null = null;
  const keep = (event: Event) => {
    const { target } = event;
    if (event instanceof SubmitEvent) {
      if (!(target instanceof HTMLFormElement) || target.method === 'post') return;
      event.preventDefault();
      last = event;
    } else if (event.type === 'click') last = event;
    else if (target instanceof HTMLTextAreaElement) typed.set(target, target.value);
    else if (!(target instanceof HTMLInputElement)) return;
    else if (target.type === 'file') last = event;
    else if (target.type !== 'checkbox' && target.type !== 'radio') typed.set(target, target.value);
  };
  const types = ['input', 'change', 'click', 'submit'];
  for (const type of types) document.addEventListener(type, keep, true);
  window.handOver = () => {
    for (const type of types) document.removeEventListener(type, keep, true);
    delete window.handOver;
    for (const [field, value] of typed) {
      // The prototype's own way of setting it: a change made by the element's is not one to React.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    // One still on its way made the page listen, and reaches it by itself.
    if (!last || last.eventPhase !== Event.NONE) return;
    const { target } = last;
    if (!(target instanceof Element) || !target.isConnected) return;
    if (target instanceof HTMLFormElement)
      target.requestSubmit(last instanceof SubmitEvent ? last.submitter : null);
    else if (last.type === 'click') target.closest('button')?.click();
    else target.dispatchEvent(new Event('change', { bubbles: true }));
  };
}

/** The same as a script for the page's beginning. */
export const earlyHandsScript = `(${keepEarlyHands})()`;
