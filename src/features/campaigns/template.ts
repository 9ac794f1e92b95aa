import { Liquid, LiquidError, type LiquidOptions, type Template as LiquidTemplate } from 'liquidjs';
import { isHtmlBody } from '../../lib/html-body.ts';
import type { Channel, Template } from './campaigns.schema.ts';

/** What a template may speak of. A value that is missing is absent, never null: that is how a blank is told from a text. */
export interface TemplateScope {
  customer: Record<string, unknown>;
  workspace: { name: string; currency: string };
  campaign: { id: string; name: string };
  unsubscribe_url: string;
}

export type RenderResult = { ok: true; subject?: string; body: string } | { ok: false; missing: string };

export interface CompiledTemplate {
  render(scope: TemplateScope): RenderResult;
}

/** Bounds on one rendering, so that a template cannot stop the worker: characters read, milliseconds, objects made. */
const LIMITS = { parseLimit: 200_000, renderLimit: 1_000, memoryLimit: 2_000_000 };
const TOO_COSTLY = 'the template takes too long to render';

const options: LiquidOptions = {
  ...LIMITS,
  strictVariables: true,
  lenientIf: true,
  strictFilters: true,
  ownPropertyOnly: true,
  // No template reads a file.
  relativeReference: false,
  fs: {
    existsSync: () => false,
    exists: async () => false,
    readFileSync: () => '',
    readFile: async () => '',
    resolve: (_root, file) => file,
    contains: async () => false,
    containsSync: () => false,
  },
};

/** For texts, and for HTML pages: there a value is a text of the page and never a part of its code, unless `| raw` says so. */
const engines = {
  text: withFilters(new Liquid(options)),
  html: withFilters(new Liquid({ ...options, outputEscape: 'escape' })),
};

function withFilters(liquid: Liquid): Liquid {
  liquid.registerFilter(
    'money',
    function (this: { context: { getSync(path: string[]): unknown } }, value: unknown) {
      return currencyFormat(String(this.context.getSync(['workspace', 'currency']))).format(Number(value));
    },
  );
  return liquid;
}

const currencyFormats = new Map<string, Intl.NumberFormat>();

/** Kept, because making one costs more than rendering a message. */
function currencyFormat(currency: string): Intl.NumberFormat {
  const format =
    currencyFormats.get(currency) ?? new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  currencyFormats.set(currency, format);
  return format;
}

/**
 * Parses subject and body once for a whole campaign.
 * @throws TemplateSyntaxError naming the part and what is wrong with it
 */
export function compileTemplate(template: Template, channel: Channel): CompiledTemplate {
  const kind = channel === 'EMAIL' && isHtmlBody(template.body) ? 'html' : 'text';
  const body = parse('body', template.body, kind);
  const subject = channel === 'EMAIL' && template.subject ? parse('subject', template.subject) : null;
  const renderOnce = (variables: object): RenderResult => {
    const rendered = String(engines[kind].renderSync(body, variables));
    const text = kind === 'text' ? asText(rendered) : rendered;
    return subject
      ? { ok: true, subject: oneLine(String(engines.text.renderSync(subject, variables))), body: text }
      : { ok: true, body: text };
  };
  let tooCostly = false;
  return {
    render(scope) {
      if (tooCostly) return { ok: false, missing: TOO_COSTLY };
      const variables = { ...scope, ...shortForms(scope) };
      try {
        return againIfSlow(() => renderOnce(variables));
      } catch (error) {
        // Too much for one is too much for all, whichever limit is met first: the rest is not waited for one by one.
        tooCostly = isSlow(error) || isTooLarge(error);
        return { ok: false, missing: tooCostly ? TOO_COSTLY : missingVariable(error) };
      }
    },
  };
}

/** Of a text that only a customer's values make look like an HTML page: a sign without width keeps it a text. */
const asText = (text: string): string => (isHtmlBody(text) ? `\u200b${text}` : text);

/** A subject is a header: what stands after a line break in it would be the next one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is meant
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();

/**
 * The limit is one of the clock, and a machine busy with other things can make any template seem slow. Nobody may go
 * without a message for that: who was slow once is rendered again at once.
 */
function againIfSlow<T>(render: () => T): T {
  try {
    return render();
  } catch (error) {
    if (!isSlow(error)) throw error;
    return render();
  }
}

const isSlow = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('template render limit exceeded');
const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('memory alloc limit exceeded');

/**
 * The variables subject and body speak of that are not of the template's own making, such as `customer.name`, each once.
 * @throws TemplateSyntaxError as `compileTemplate`
 */
export function variablesIn(template: Template, channel: Channel): string[] {
  const parts = [
    parse('body', template.body),
    ...(channel === 'EMAIL' && template.subject ? [parse('subject', template.subject)] : []),
  ];
  const names = parts.flatMap((part) =>
    engines.text.globalVariableSegmentsSync(part).map((segments) => segments.map(String).join('.')),
  );
  return [...new Set(names)];
}

/** A template that cannot be read; `part` is `subject` or `body`. */
export class TemplateSyntaxError extends Error {
  readonly part: 'subject' | 'body';
  constructor(part: 'subject' | 'body', message: string) {
    super(message);
    this.part = part;
  }
}

function parse(
  part: 'subject' | 'body',
  text: string,
  kind: keyof typeof engines = 'text',
): LiquidTemplate[] {
  try {
    return engines[kind].parse(text);
  } catch (error) {
    throw new TemplateSyntaxError(part, error instanceof Error ? firstLine(error.message) : 'cannot be read');
  }
}

/** Short forms that stand beside the dotted names, present only when the customer has the value. */
function shortForms({ customer }: TemplateScope): Record<string, unknown> {
  const pairs: [string, unknown][] = [
    ['name', customer.name],
    ['email', customer.email],
    ['totalSpends', customer.totalSpend],
    ['visitCount', customer.orderCount],
  ];
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** The name of the variable that had no value; any other failure of rendering is told in its own words. */
function missingVariable(error: unknown): string {
  const message =
    error instanceof LiquidError || error instanceof Error
      ? firstLine(error.message)
      : 'The template could not be rendered';
  return /^undefined variable: (\S+?)(,|$)/.exec(message)?.[1] ?? message;
}

const firstLine = (text: string): string => text.split('\n')[0]?.replace(/, line:\d+, col:\d+$/, '') ?? text;
