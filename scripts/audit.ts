import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { say } from './lib/terminal.ts';

// Known holes in what the product ships, as npm's registry knows them. High and critical ones end with status 1. Where the
// registry does not answer (offline, or a mirror without the service) that is said, and nothing is claimed.

/** Looked at and found harmless here, by name, with the record that says why: docs/decisions. */
const EXPLAINED: Readonly<Record<string, string>> = {};

const reportSchema = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({ severity: z.string(), range: z.string(), fixAvailable: z.unknown() }),
  ),
});

const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  encoding: 'utf8',
  // `npm run --silent` would silence what is wrong, too.
  env: { ...process.env, npm_config_loglevel: 'warn' },
  timeout: 60_000,
});
const report = reportSchema.safeParse(parse(stdout));
if (report.success) judge(report.data);
else {
  const [why = 'no answer'] = stderr.split('\n').filter((line) => /audit|ENOTFOUND|ECONN|E\d{3}/.test(line));
  say(
    `  The registry was not able to say whether dependencies have known holes, so nothing was checked: ${why.trim()}`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function judge({ vulnerabilities }: z.infer<typeof reportSchema>): void {
  const grave = Object.entries(vulnerabilities).filter(
    ([name, { severity }]) => (severity === 'high' || severity === 'critical') && !(name in EXPLAINED),
  );
  for (const [name, { severity, range, fixAvailable }] of grave)
    say(`  ${severity}: ${name} ${range}${fixAvailable ? ' (an upgrade mends it)' : ''}`);
  say(
    `  ${Object.keys(vulnerabilities).length} packages with known holes, ${grave.length} of them grave and unexplained.`,
  );
  if (grave.length > 0) process.exitCode = 1;
}
