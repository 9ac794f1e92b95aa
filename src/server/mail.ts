import { createTransport } from 'nodemailer';
import { getEnv } from '../env.ts';
import { log } from './log.ts';
import { singleton } from './singleton.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const SILENCE_TIMEOUT_MS = 30_000;

/** A letter of the application itself, not of a campaign. Plain words only: whatever stands in them is escaped. */
export interface Letter {
  /** One address. */
  to: string;
  subject: string;
  paragraphs: readonly string[];
  /** What the letter asks for: a button, its address written out as well. */
  action?: { label: string; url: string };
  /** Said below in small print. */
  footnote?: string;
}

/** Whether the operator has named a mail server (SMTP_URL). */
export const mailIsSetUp = (): boolean => getEnv().mail.smtpUrl !== null;

/** Whether letters reach anybody: by mail, or in development by the log. */
export const lettersAreRead = (): boolean => mailIsSetUp() || !getEnv().production;

/**
 * Sends one letter as text and simple HTML. The operator's mail server may stand anywhere, so that no wall is between.
 * Without one the letter is printed in the log in development, and in production only that there was one.
 * @throws Error as the mail server or the connection to it says
 */
export async function sendMail(letter: Letter): Promise<void> {
  const { mail, production } = getEnv();
  if (mail.smtpUrl === null) {
    if (production) log().info('A letter was not sent: no mail server is set up (SMTP_URL)');
    else log().info(`Mail to ${letter.to}: ${letter.subject}\n\n${textOf(letter)}`);
    return;
  }
  await transport(mail.smtpUrl).sendMail({
    from: mail.from,
    // As one address, whatever commas it has.
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: textOf(letter),
    html: htmlOf(letter),
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
}

const transport = (url: string) =>
  singleton(`mail:${url}`, () =>
    createTransport({
      url,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      greetingTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SILENCE_TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    }),
  );

function textOf({ paragraphs, action, footnote }: Letter): string {
  const parts = [
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...(footnote ? [footnote] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function htmlOf({ subject, paragraphs, action, footnote }: Letter): string {
  const paragraph = (text: string, style = 'margin:0 0 16px') =>
    `<p style="${style}">${escapeHtml(text)}</p>`;
  const button = action
    ? `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:10px 18px;border-radius:8px;background:#4338ca;color:#ffffff;text-decoration:none;font-weight:600">${escapeHtml(action.label)}</a></p>${paragraph(action.url, 'margin:0 0 16px;font-size:13px;color:#52525b;word-break:break-all')}`
    : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f4f4f5;font:15px/1.5 system-ui,sans-serif;color:#18181b">
<div style="max-width:520px;margin:0 auto;padding:32px;background:#ffffff;border-radius:12px">
<p style="margin:0 0 24px;font-weight:700">NexusFlow</p>
${paragraphs.map((text) => paragraph(text)).join('\n')}
${button}
${footnote ? paragraph(footnote, 'margin:24px 0 0;font-size:13px;color:#52525b') : ''}
</div></body></html>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
