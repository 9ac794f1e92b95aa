import { describe, expect, it } from 'vitest';
import { isHtmlBody } from '../../lib/html-body.ts';
import { compileTemplate, type TemplateScope } from './template.ts';

const scope = (customer: Record<string, unknown>): TemplateScope => ({
  customer,
  workspace: { name: 'Sample shop', currency: 'GBP' },
  campaign: { id: '0'.repeat(24), name: 'News' },
  unsubscribe_url: 'https://shop.example/unsubscribe/1',
});
const block = (ms: number) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

describe('a template', () => {
  it('is filled in, with money, defaults and the short forms', () => {
    const template = compileTemplate(
      {
        subject: 'For {{ name }}',
        body: '{{ customer.totalSpend | money }} {{ city | default: "here" }} {{ visitCount }}',
      },
      'EMAIL',
    );
    expect(template.render(scope({ name: 'Zoë', totalSpend: 12.5, orderCount: 3 }))).toEqual({
      ok: true,
      subject: 'For Zoë',
      body: '£12.50 here 3',
    });
  });

  it('of an HTML page keeps values as text of the page, unless it says otherwise', () => {
    const page = (body: string) => compileTemplate({ subject: '{{ name }}', body }, 'EMAIL');
    const eve = scope({ name: '<b>Eve & "Co"</b>' });
    expect(page('<!doctype html><p>Hi {{ customer.name }}</p>').render(eve)).toEqual({
      ok: true,
      subject: '<b>Eve & "Co"</b>',
      body: '<!doctype html><p>Hi &lt;b&gt;Eve &amp; &#34;Co&#34;&lt;/b&gt;</p>',
    });
    expect(page('<html>{{ customer.name | raw }}</html>').render(eve)).toMatchObject({
      body: '<html><b>Eve & "Co"</b></html>',
    });
    expect(page('Hi {{ customer.name }}').render(eve)).toMatchObject({ body: 'Hi <b>Eve & "Co"</b>' });
  });

  it('of a text stays one, whatever a customer is called', () => {
    const template = compileTemplate({ body: '{{ customer.name }}, hello' }, 'EMAIL');
    const rendered = template.render(scope({ name: '<html><script>' }));
    expect(rendered.ok && isHtmlBody(rendered.body)).toBe(false);
    expect(rendered).toMatchObject({ ok: true, body: '\u200b<html><script>, hello' });
  });

  it('names the variable that has no value', () => {
    const template = compileTemplate({ body: 'Hello {{ customer.name }}' }, 'SMS');
    expect(template.render(scope({}))).toEqual({ ok: false, missing: 'customer.name' });
  });

  it('that only seemed slow, because the machine stood still, is rendered all the same', () => {
    let stalls = 1;
    const stalling = {
      get name() {
        if (stalls-- > 0) block(1_100);
        return 'Zoë';
      },
    };
    const template = compileTemplate({ body: '{{ customer.name }}{{ customer.name }}' }, 'SMS');
    expect(template.render(scope(stalling))).toEqual({ ok: true, body: 'ZoëZoë' });
  });

  it('that is slow indeed is given up, and costs its time once, not once for everybody', () => {
    const loops = '{% for i in (1..1000) %}';
    const template = compileTemplate({ body: `${loops.repeat(3)}x${'{% endfor %}'.repeat(3)}` }, 'SMS');
    const first = template.render(scope({}));
    expect(first.ok).toBe(false);
    const began = performance.now();
    for (let i = 0; i < 1_000; i += 1) expect(template.render(scope({})).ok).toBe(false);
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});

describe('a template meant to do harm', () => {
  const growth = `{% assign x = "${'a'.repeat(1_000)}" %}${'{% assign x = x | append: x %}'.repeat(40)}{{ x }}`;
  it.each([
    ['a range without end', '{% for i in (1..100000000) %}x{% endfor %}'],
    ['a text that doubles itself', growth],
    [
      'a list out of a long text',
      `{{ "${'a,'.repeat(5_000)}" | split: "," | join: "${'x'.repeat(5_000)}" }}`,
    ],
    ['a file of the server', '{% include "/etc/passwd" %}'],
    ['a layout of the server', '{% layout "../../.env" %}'],
    ['what every object has', '{{ customer.constructor.constructor }}'],
    ['the prototype', '{{ customer.__proto__.polluted }}'],
  ])('gets nothing out of it: %s', (_what, body) => {
    const began = performance.now();
    const result = compileTemplate({ body }, 'SMS').render(scope({ name: 'Ann' }));
    expect(result.ok).toBe(false);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('is not read at all when it is a megabyte long', () => {
    expect(() => compileTemplate({ body: '{{ name }}'.repeat(100_000) }, 'SMS')).toThrow();
  });

  it('writes no header: a subject stays one line, whoever wrote the line break', () => {
    const template = compileTemplate({ subject: 'Hi\r\nBcc: a@example.com {{ name }}', body: 'x' }, 'EMAIL');
    expect(template.render(scope({ name: 'Ann\nX-Evil: 1' }))).toMatchObject({
      subject: 'Hi Bcc: a@example.com Ann X-Evil: 1',
    });
  });
});
