import { parseArgs } from 'node:util';
import { APP_PAGES } from '../src/lib/app-pages.ts';
import { DEMO_LOGIN } from './demo/prepare-account.ts';
import { DASHBOARD_BUDGET, measureFirstLoad, type Read } from './lib/first-load.ts';
import { bold, green, red, say } from './lib/terminal.ts';

// How much JavaScript each page of a running production server asks for before it stands:
//   npm run first-load -- --url http://localhost:3000 --email … --password …
// Without a login the one of the demo is taken. Ends with 1 when the dashboard asks for more than it may.

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:3000' },
    email: { type: 'string', default: DEMO_LOGIN.email },
    password: { type: 'string', default: DEMO_LOGIN.password },
  },
});
const base = values.url.replace(/\/$/, '');

/** Signs in as the sign-in page does. @returns the cookies to send along */
async function signIn(): Promise<string> {
  const cookies = new Map<string, string>();
  const keep = (answer: Response) => {
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', ...value] = (cookie.split(';')[0] ?? '').split('=');
      cookies.set(name, value.join('='));
    }
  };
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const begun = await fetch(`${base}/api/auth/csrf`);
  keep(begun);
  const { csrfToken } = (await begun.json()) as { csrfToken: string };
  const { email, password } = values;
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { cookie: header(), origin: base },
    body: new URLSearchParams({ csrfToken, email, password, json: 'true' }),
    redirect: 'manual',
  });
  if (answer.status !== 200) throw new Error(`${email} could not sign in at ${base} (${answer.status}).`);
  keep(answer);
  return header();
}

const cookie = await signIn();
const read: Read = async (path) => {
  const answer = await fetch(new URL(path, base), { headers: { cookie } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.text();
};
const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;

const pages = APP_PAGES.filter((page) => page !== 'workspaces' && page !== 'settings');
say(bold(`First load JavaScript, gzipped, from ${base}`));
for (const page of pages) {
  const { bytes, scripts } = await measureFirstLoad(read, `/${page}`);
  const over = page === 'dashboard' && bytes > DASHBOARD_BUDGET;
  const line = `${`/${page}`.padEnd(16)} ${kB(bytes).padStart(10)}  ${String(scripts.length).padStart(3)} scripts`;
  say(over ? red(line) : page === 'dashboard' ? green(line) : line);
  if (!over) continue;
  process.exitCode = 1;
  say(`It may be ${kB(DASHBOARD_BUDGET)}. The largest:`);
  for (const script of scripts.sort((a, b) => b.bytes - a.bytes).slice(0, 12))
    say(`  ${kB(script.bytes).padStart(10)}  ${script.path}`);
}
