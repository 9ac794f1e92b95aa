declare global {
  interface Window {
    /** Gives the page what was typed and pressed before it listened; there until it was called. */
    handOver?: () => void;
  }
}

/**
 * Runs in the page before any script of its own has come, and keeps what somebody types and the last button they press
 * until `handOver`, when the page listens. A form is not sent by the browser meanwhile: that would put its fields, a password
 * among them, into the address. Nothing from outside may be named in here, for it goes as text.
 */
function keepEarlyHands(): void {
  const typed = new Map<HTMLInputElement | HTMLTextAreaElement, string>();
  let pressed: HTMLElement | null = null;
  const keep = (event: Event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (event.type === 'click') pressed = target.closest('button');
    else if (event instanceof SubmitEvent) {
      if (!(target instanceof HTMLFormElement) || target.method === 'post') return;
      event.preventDefault();
      pressed = event.submitter ?? target;
    } else if (
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio')
    )
      typed.set(target, target.value);
  };
  const types = ['input', 'click', 'submit'];
  for (const type of types) document.addEventListener(type, keep, true);
  window.handOver = () => {
    for (const type of types) document.removeEventListener(type, keep, true);
    delete window.handOver;
    for (const [field, value] of typed) {
      // The prototype's own way of setting it: a change made by the element's is not one to React.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (!pressed?.isConnected) return;
    if (pressed instanceof HTMLFormElement) pressed.requestSubmit();
    else pressed.click();
  };
}

/** The same as a script for the page's beginning. */
export const earlyHandsScript = `(${keepEarlyHands})()`;
