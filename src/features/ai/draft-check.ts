import type { Channel, Template } from '../campaigns/campaigns.schema.ts';
import { templateVariables } from '../campaigns/template.schema.ts';
import {
  compileTemplate,
  type TemplateScope,
  TemplateSyntaxError,
  variablesIn,
} from '../campaigns/template.ts';
import { inventedFigures } from './figures.ts';
import { asciiPunctuation, SMS_LENGTH } from './message-library/compose.ts';

export interface DraftContext {
  channel: Channel;
  workspace: TemplateScope['workspace'];
  /** Custom attributes there are. */
  attributes: readonly string[];
  /** What the marketer wrote: the one source of offers, prices and addresses. */
  objective: string;
}

/** What stands in for a value some customers lack. */
const stopgaps: Record<string, string> = {
  'customer.name': 'there',
  name: 'there',
  'customer.city': 'your city',
  'customer.country': 'your country',
};

/** The draft as it may be shown: defaults where customers lack a value, no subject on a text message, plain punctuation there. */
export function tidyDraft(
  { subject, body }: { subject?: string | null | undefined; body: string },
  channel: Channel,
): Template {
  const text = withDefaults(body.trim());
  if (channel === 'SMS') return { body: asciiPunctuation(text) };
  const linked = text.includes('unsubscribe_url')
    ? text
    : `${text}\n\nNo more of these: {{ unsubscribe_url }}`;
  return { ...(subject ? { subject: withDefaults(subject.trim()) } : {}), body: linked };
}

const withDefaults = (text: string): string =>
  text.replace(/\{\{(-?)\s*([\w.]+)\s*([^}]*?)\s*(-?)\}\}/g, (whole, open, name, filters, close) => {
    const stopgap = stopgaps[name];
    if (!stopgap || /\|\s*default\b/.test(filters)) return whole;
    return `{{${open} ${name} | default: "${stopgap}"${filters ? ` ${filters}` : ''} ${close}}}`;
  });

/** What is wrong with a draft, in words for its writer; empty when it may be shown. */
export function draftProblems(draft: Template, context: DraftContext): string[] {
  const { channel } = context;
  if (channel === 'EMAIL' && !draft.subject) return ['An e-mail needs a subject.'];
  let unknown: string[];
  try {
    unknown = variablesIn(draft, channel).filter((name) => !isKnown(name, context.attributes));
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error;
    return [`The ${error.part} is no Liquid template: ${error.message}`];
  }
  return [
    ...unknown.map((name) => `There is no variable ${name}.`),
    ...(unknown.length > 0 ? [] : renderProblems(draft, context)),
    ...inventions(draft, context),
  ];
}

function isKnown(name: string, attributes: readonly string[]): boolean {
  if (name.startsWith('customer.attributes.'))
    return attributes.includes(name.slice('customer.attributes.'.length));
  return templateVariables.includes(name);
}

/** Rendered for somebody of whom nothing but the address is known, and for somebody with a long name. */
function renderProblems(draft: Template, { channel, workspace }: DraftContext): string[] {
  const template = compileTemplate(draft, channel);
  const scope = (customer: Record<string, unknown>): TemplateScope => ({
    customer: {
      id: '0'.repeat(24),
      email: 'someone@example.com',
      tags: [],
      attributes: {},
      totalSpend: 0,
      orderCount: 0,
      ...customer,
    },
    workspace,
    campaign: { id: '0'.repeat(24), name: 'Sample' },
    unsubscribe_url: 'https://example.com/unsubscribe/sample',
  });
  const bare = template.render(scope({}));
  if (!bare.ok)
    return [`Not every customer has ${bare.missing}: give it a default, or ask for it with {% if %}.`];
  const full = template.render(
    scope({ name: 'Alexandra Montgomery', city: 'Southampton', country: 'United Kingdom' }),
  );
  if (channel === 'EMAIL' || !full.ok) return [];
  const longest = Math.max(bare.body.length, full.body.length);
  return longest > SMS_LENGTH
    ? [`A text message may have ${SMS_LENGTH} characters; this one has ${longest}.`]
    : [];
}

/** Offers, prices and addresses nobody gave. */
function inventions({ subject = '', body }: Template, { objective }: DraftContext): string[] {
  const text = `${subject}\n${body}`.replace(/\{[{%].*?[}%]\}/gs, ' ');
  const addresses = text.match(/\b(?:https?:\/\/|www\.)[^\s<>"')]+|\b[\w.+-]+@[\w-]+\.\w+/gi) ?? [];
  const offers = text.match(/\d+(?:[.,]\d+)*\s?(?:%|percent)|[£$€]\s?\d+(?:[.,]\d+)*/gi) ?? [];
  return [
    ...addresses
      .filter((address) => !objective.includes(address))
      .map((a) => `Nobody gave the address ${a}.`),
    ...offers
      .filter((offer) => inventedFigures(offer, objective).length > 0)
      .map((offer) => `Nobody said anything of “${offer}”.`),
  ];
}
