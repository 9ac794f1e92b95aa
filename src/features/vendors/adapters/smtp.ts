import { createHash } from 'node:crypto';
import { isHtmlBody } from '../../../lib/html-body.ts';
import { OutboundError } from '../../../server/outbound.ts';
import type { SmtpSettings } from '../vendor-settings.schema.ts';
import type { VendorAnswer, VendorMessage } from '../vendors.schema.ts';
import { askInTurn, keyOf, rejectAll, type VendorAdapter } from './adapter.ts';
import { type MailTransport, type SmtpConfig, withMailTransport } from './mail-transports.ts';

/**
 * Sends e-mail through a mail server. It takes or refuses each message at once; what happens on the way to the mailbox
 * is not told in a form to build on, so there are no receipts.
 * @param unsubscribeUrl the one-click address of a message, by its id
 */
export function smtpAdapter(
  vendorId: string,
  config: SmtpConfig,
  unsubscribeUrl: (messageId: string) => string,
): VendorAdapter {
  const { settings } = config;
  return {
    send: (batch) =>
      withMailTransport(vendorId, config, (transport) =>
        askInTurn(
          batch.map((message) => [message]),
          settings.maxConnections,
          async ([message]) =>
            message ? [await sendOne(transport, settings, message, unsubscribeUrl(message.messageId))] : [],
        ),
      ),
  };
}

const ADDRESS = /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/;

async function sendOne(
  transport: MailTransport,
  settings: SmtpSettings,
  message: VendorMessage,
  unsubscribeUrl: string,
): Promise<VendorAnswer> {
  const { messageId, to } = message;
  const refuse = (reason: string, retryable: boolean): VendorAnswer => ({
    messageId,
    status: 'REJECTED',
    reason,
    retryable,
  });
  if (!ADDRESS.test(to)) return refuse('This vendor sends e-mail, and this is no e-mail address', false);
  try {
    const mail = mailOf(settings, message, unsubscribeUrl);
    await transport.sendMail(mail);
    return { messageId, status: 'ACCEPTED', vendorMessageId: mail.messageId };
  } catch (error) {
    return readFailure(message, error);
  }
}

/** Asked for twice, a message has the same Message-ID: mailboxes that get it twice can tell. */
function mailOf(settings: SmtpSettings, message: VendorMessage, unsubscribeUrl: string) {
  const { fromAddress, fromName, replyTo } = settings;
  const { to, body, subject = '' } = message;
  return {
    from: { name: fromName, address: fromAddress },
    // As an object it is one address, whatever is written in it.
    to: { name: '', address: to },
    envelope: { from: fromAddress, to: [to] },
    ...(replyTo ? { replyTo } : {}),
    subject,
    ...(isHtmlBody(body) ? { html: body } : { text: body }),
    messageId: `<${idOf(message)}@${fromAddress.slice(fromAddress.lastIndexOf('@') + 1)}>`,
    headers: {
      // RFC 8058: one click in the reader's mail program, answered by our confirm route.
      'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}

function idOf(message: VendorMessage): string {
  const key = keyOf(message);
  if (key === message.messageId) return key;
  return `${message.messageId}.${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
}

/** What of nodemailer's errors is read. */
interface MailError {
  code?: unknown;
  responseCode?: unknown;
  response?: unknown;
  command?: unknown;
}
const detailsOf = (error: unknown): MailError => (typeof error === 'object' && error !== null ? error : {});
/** What a mail server says of one message; all else concerns the connection. */
const ABOUT_MESSAGE = ['EENVELOPE', 'EMESSAGE'];
/** “Service not available”: the server is going down. */
const SHUTTING_DOWN = 421;

function readFailure(message: VendorMessage, error: unknown): VendorAnswer {
  const { messageId, to } = message;
  const { code, responseCode, response, command } = detailsOf(error);
  const status = typeof responseCode === 'number' ? responseCode : 0;
  // The address would make every reason another one; failures are grouped by theirs.
  const words = typeof response === 'string' ? oneLine(response).replaceAll(to, '…') : '';
  if (typeof code === 'string' && ABOUT_MESSAGE.includes(code) && status !== SHUTTING_DOWN) {
    const hard = status >= 500 && command === 'RCPT TO';
    const why = words || (error instanceof Error ? oneLine(error.message) : 'no reason given');
    const reason = hard ? `Hard bounce: ${why}` : `The mail server refused it: ${why}`;
    return { messageId, status: 'REJECTED', reason, retryable: status > 0 && status < 500 };
  }
  const [answer] = rejectAll([message], connectionFailure(code, words, error), isPassing(error), {
    outage: true,
  });
  return answer ?? { messageId, status: 'REJECTED', reason: words, retryable: true };
}

const isPassing = (error: unknown): boolean =>
  !(error instanceof OutboundError && error.reason === 'FORBIDDEN_ADDRESS');

/** Why nothing could be sent to the mail server at all, for a person. */
export const describeConnectionFailure = (error: unknown): string => {
  const { code, response } = detailsOf(error);
  return connectionFailure(code, typeof response === 'string' ? oneLine(response) : '', error);
};

function connectionFailure(code: unknown, words: string, error: unknown): string {
  if (error instanceof OutboundError) return `The mail server could not be reached: ${error.message}`;
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return `The mail server refused the user name or password${words ? `: ${words}` : ''}`;
  if (code === 'ETLS') return 'No secure connection to the mail server could be made';
  if (code === 'ETIMEDOUT') return 'The mail server did not answer in time';
  return words ? `The mail server is not available: ${words}` : 'The connection to the mail server broke';
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 300);
