import { getEnv } from '../../env.ts';
import type { Client } from '../../server/client.ts';
import { sendMail } from '../../server/mail.ts';
import { enqueue } from '../../server/queue.ts';
import { countCall, limits } from '../../server/rate-limit.ts';
import { type LetterRequest, letterJob } from './auth.jobs.ts';
import * as repository from './auth.repository.ts';
import { networkOf } from './sign-in-limits.ts';
import { issueToken } from './tokens.ts';

/**
 * Asks for a letter that somebody wants sent to an address.
 * @throws AppError RATE_LIMITED when the address, or whoever asks, was sent too many
 */
export async function askForLetter(letter: LetterRequest, client: Client): Promise<void> {
  const network = networkOf(client);
  if (network !== null) await countCall(limits.lettersFrom, network);
  await countCall(limits.letters, letter.email);
  await enqueue(letterJob, letter);
}

/** Tells the person that something of their account was changed, in case it was not them. */
export const sendNotice = (
  email: string,
  change: Extract<LetterRequest, { kind: 'notice' }>['change'],
): Promise<void> => enqueue(letterJob, { kind: 'notice', email, change, at: new Date().toISOString() });

const IGNORE = 'If you did not ask for this, leave it: nothing changes.';

const CHANGED = {
  password: 'The password of your account was changed, and every other session was signed out.',
  email: 'The email address of your account was changed to another one.',
  'two-factor-on': 'Signing in to your account now asks for a code of your authenticator app.',
  'two-factor-off': 'Signing in to your account no longer asks for a code of an authenticator app.',
  'google-on': 'A Google account was connected: it can sign in to your account from now on.',
  'google-off': 'The Google account was disconnected from your account.',
} as const;

/** Writes one letter and sends it, with a fresh link. A reset that nobody has an account for is not sent. */
export async function sendLetter(request: LetterRequest): Promise<void> {
  const { appUrl } = getEnv();
  const link = (path: string, token: string) => `${appUrl}${path}?token=${encodeURIComponent(token)}`;
  if (request.kind === 'reset') {
    const user = await repository.findUserByEmail(request.email);
    if (!user) return;
    await sendMail({
      to: user.email,
      subject: 'Choose a new password for NexusFlow',
      paragraphs: [
        'Somebody asked for a new password for your NexusFlow account. The link holds for one hour and works once.',
      ],
      action: {
        label: 'Choose a new password',
        url: link('/reset-password', await issueToken('reset', user.id)),
      },
      footnote: IGNORE,
    });
  } else if (request.kind === 'verify') {
    const [user, owner] = await Promise.all([
      repository.findUser(request.userId),
      repository.findUserByEmail(request.email),
    ]);
    if (!user) return;
    if (owner && owner.id !== user.id)
      // Said to whoever owns the address, never to whoever typed it.
      return sendMail({
        to: request.email,
        subject: 'Your address is in use already',
        paragraphs: [
          'Somebody tried to give this address to another NexusFlow account. It belongs to yours already, so it was left as it is.',
        ],
        footnote: 'If that was you, sign in with this address instead.',
      });
    await sendMail({
      to: request.email,
      subject: 'Confirm your address for NexusFlow',
      paragraphs: ['Confirm that this address is yours. The link holds for a day and works once.'],
      action: {
        label: 'Confirm this address',
        url: link('/verify-email', await issueToken('verify', user.id, request.email)),
      },
      footnote: IGNORE,
    });
  } else
    await sendMail({
      to: request.email,
      subject: 'Your NexusFlow account was changed',
      paragraphs: [
        CHANGED[request.change],
        `It happened on ${new Date(request.at).toUTCString()}.`,
        'If that was you, there is nothing to do. If it was not, choose a new password at once and sign out everywhere.',
      ],
      action: { label: 'Choose a new password', url: `${appUrl}/forgot-password` },
    });
}
