import { describe, expect, it } from 'vitest';
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
