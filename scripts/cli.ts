import { randomBytes } from 'node:crypto';
import { Command, Option } from 'commander';
import { createApiKeyInput } from '../src/features/api-keys/api-keys.schema.ts';
import { issueApiKey } from '../src/features/api-keys/api-keys.service.ts';
import { vouchForAddress } from '../src/features/auth/account.service.ts';
import { emailSchema, newPasswordSchema, registerInput } from '../src/features/auth/auth.schema.ts';
import { createUser } from '../src/features/auth/auth.service.ts';
import { setPasswordFor } from '../src/features/auth/password.service.ts';
import { dropTwoFactorOf } from '../src/features/auth/two-factor.service.ts';
import { reconcileCampaign } from '../src/features/campaigns/campaigns.service.ts';
import {
  addMember,
  createWorkspace,
  findWorkspaceBySlug,
  rolesOf,
} from '../src/features/workspaces/workspaces.service.ts';
import { type Change, writeAudit } from '../src/server/audit.ts';
import { closeDatabase } from '../src/server/db.ts';
import { toAppError } from '../src/server/errors.ts';
import { roles } from '../src/server/permissions.ts';
import { closeQueues } from '../src/server/queue.ts';
import { closeRedis } from '../src/server/redis.ts';
import { say } from './lib/terminal.ts';

const program = new Command('nexusflow').description(
  'Commands for operators. They need DATABASE_URL and REDIS_URL.',
);

program
  .command('workspace')
  .command('create')
  .requiredOption('--name <name>', 'shown to its members and in messages')
  .requiredOption('--slug <slug>', 'short name, unique')
  .option('--currency <code>', 'three letters, for amounts', 'GBP')
  .action(async (options: { name: string; slug: string; currency: string }) => {
    const workspace = await createWorkspace(options);
    await audited('workspaces.create', workspace.id, { targetId: workspace.id, targetName: workspace.name });
    say(`Workspace ${workspace.slug} created`);
    say(workspace.id);
  });

/** What was done to an account, in the logs of all workspaces that it opens. */
async function auditedEverywhere(action: string, userId: string, email: string): Promise<void> {
  for (const workspaceId of (await rolesOf(userId)).keys())
    await audited(action, workspaceId, { targetId: userId, targetName: email });
}

const user = program.command('user');
user
  .command('create')
  .requiredOption('--email <email>')
  .requiredOption('--password <password>')
  .requiredOption('--workspace <slug>')
  .option('--name <name>', 'shown to others; the email’s first part when left out')
  .addOption(new Option('--role <role>').choices(roles).default('MARKETER'))
  .action(
    async (options: {
      email: string;
      password: string;
      workspace: string;
      name?: string;
      role: (typeof roles)[number];
    }) => {
      const workspace = await findWorkspaceBySlug(options.workspace);
      const input = registerInput.parse({
        name: options.name ?? options.email.split('@')[0],
        email: options.email,
        password: options.password,
      });
      const created = await createUser(input);
      await addMember(workspace.id, created.id, options.role);
      await audited('members.add', workspace.id, {
        targetId: created.id,
        targetName: created.email,
        after: { role: options.role },
      });
      say(`${created.email} is ${options.role} of ${workspace.slug}`);
      say(created.id);
    },
  );
user
  .command('reset-password')
  .description('gives somebody who is locked out a new password and ends all their sessions')
  .requiredOption('--email <email>')
  .option('--password <password>', 'the new one; made up and printed when left out')
  .action(async (options: { email: string; password?: string }) => {
    const email = emailSchema.parse(options.email);
    const password = newPasswordSchema.parse(options.password ?? randomBytes(15).toString('base64url'));
    const { id } = await setPasswordFor(email, password);
    await auditedEverywhere('account.resetPassword', id, email);
    say(`${email} signs in with this password from now on, and should choose another:`);
    say(password);
  });
user
  .command('verify')
  .description(
    'vouches for an address without a letter, such as an operator’s (OPERATORS) where no mail goes out',
  )
  .requiredOption('--email <email>')
  .action(async (options: { email: string }) => {
    const email = emailSchema.parse(options.email);
    const { id } = await vouchForAddress(email);
    await auditedEverywhere('account.confirmEmail', id, email);
    say(`The address ${email} counts as verified from now on`);
  });
user
  .command('reset-second-factor')
  .description(
    'asks somebody who has lost app and recovery codes for no code any more, and ends all their sessions',
  )
  .requiredOption('--email <email>')
  .action(async (options: { email: string }) => {
    const email = emailSchema.parse(options.email);
    const { id } = await dropTwoFactorOf(email);
    await auditedEverywhere('account.disableTwoFactor', id, email);
    say(`${email} signs in with the password alone from now on`);
  });

program
  .command('api-key')
  .command('create')
  .requiredOption('--workspace <slug>')
  .requiredOption('--name <name>', 'what it is for')
  .option('--scopes <scopes>', '“all” or a comma-separated list', 'all')
  .action(async (options: { workspace: string; name: string; scopes: string }) => {
    const workspace = await findWorkspaceBySlug(options.workspace);
    const input = createApiKeyInput.parse({
      name: options.name,
      scopes: options.scopes.split(',').map((scope) => scope.trim()),
    });
    const { key, id, name, scopes } = await issueApiKey(workspace.id, input);
    await audited('apiKeys.create', workspace.id, { targetId: id, targetName: name, after: { scopes } });
    say('This key is shown once; keep it safe:');
    say(key);
  });

program
  .command('campaign')
  .command('reconcile')
  .description('counts the campaign’s messages anew and says whether the ledger adds up')
  .requiredOption('--id <id>')
  .action(async (options: { id: string }) => {
    const result = await reconcileCampaign(options.id);
    say(JSON.stringify(result, null, 2));
    if (!result.addsUp) process.exitCode = 2;
  });

/** An operator's command stands in the audit log of the workspace it concerns. */
const audited = (action: string, workspaceId: string, change: Change): Promise<void> =>
  writeAudit({ ...change, workspaceId, actor: 'cli', action });

try {
  await program.parseAsync();
} catch (error) {
  const failure = toAppError(error);
  const shown = failure.code === 'INTERNAL' && error instanceof Error ? error.message : failure.message;
  process.stderr.write(
    `${[shown, ...(failure.errors ?? []).map((e) => `  ${e.path}: ${e.message}`)].join('\n')}\n`,
  );
  process.exitCode = 1;
} finally {
  await closeQueues();
  await Promise.allSettled([closeRedis(), closeDatabase()]);
}
