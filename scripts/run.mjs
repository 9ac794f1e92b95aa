// Starts scripts/<name>.ts on a fresh clone: whatever Node 20 there is installs the packages, then the project's own
// Node takes over. Nothing here may need an installed package.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [name, ...args] = process.argv.slice(2);
const bin = join(root, 'node_modules', '.bin');
const node = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
const installed = join(root, 'node_modules', '.package-lock.json');

const isInstalled = () =>
  existsSync(node) &&
  existsSync(installed) &&
  statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;

if (!isInstalled()) {
  console.log('Installing packages (a minute or two the first time) …');
  const npm = (command) =>
    spawnSync('npm', [command, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    }).status === 0;
  // A lock file made on one system may lack another's optional packages, and then `npm ci` refuses it.
  if (!npm('ci') && !npm('install')) {
    console.error('The packages could not be installed; npm’s message is above.');
    process.exit(1);
  }
}

const child = spawn(node, [join(root, 'scripts', `${name}.ts`), ...args], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    DO_NOT_TRACK: '1',
    NEXT_TELEMETRY_DISABLED: '1',
  },
});
// Ctrl-C reaches the child by itself; this process only waits for it to finish its cleaning up.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
