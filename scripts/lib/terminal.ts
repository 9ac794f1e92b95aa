const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code: number) => (text: string) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);
export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);
export const cyan = paint(36);

export const say = (text = ''): void => {
  process.stdout.write(`${text}\n`);
};

export const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
export const count = (n: number): string => n.toLocaleString('en-GB');

/** A line that is drawn over itself on a terminal, and printed now and then where there is none. */
export function liveLine(): { update(text: string): void; end(text: string): void } {
  const EVERY_MS = 5_000;
  let last = Date.now();
  return {
    update(text) {
      if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K${text}`);
      else if (Date.now() - last >= EVERY_MS) {
        last = Date.now();
        say(text);
      }
    },
    end(text) {
      if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K');
      say(text);
    },
  };
}

/** `share` from 0 to 1 as a bar of 28 cells. */
export function bar(share: number): string {
  const WIDTH = 28;
  const full = Math.round(Math.max(0, Math.min(1, share)) * WIDTH);
  return `${green('█'.repeat(full))}${dim('░'.repeat(WIDTH - full))} ${String(Math.floor(share * 100)).padStart(3)} %`;
}
