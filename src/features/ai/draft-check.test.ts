import { describe, expect, it } from 'vitest';
import { type DraftContext, draftProblems, tidyDraft } from './draft-check.ts';
import { figuresIn, inventedFigures } from './figures.ts';

const context: DraftContext = {
  channel: 'EMAIL',
  workspace: { name: 'Paper & Ink', currency: 'GBP' },
  attributes: ['plan'],
  objective: '10% off at https://shop.example/sale for orders over £50',
};
const problems = (body: string, more: Partial<DraftContext> = {}) =>
  draftProblems({ ...(more.channel === 'SMS' ? {} : { subject: 'News' }), body }, { ...context, ...more });

describe('a draft', () => {
  it.each([
    'Hello {{ customer.name | default: "there" }}, 10% off over £50: https://shop.example/sale {{ unsubscribe_url }}',
    '{% if customer.attributes.plan == "gold" %}Gold{% else %}Hello{% endif %} {{ email }}',
    '{% assign first = customer.name | default: "there" | split: " " | first %}Hi {{ first }}',
    '{% for tag in customer.tags %}{{ tag }}{% endfor %} you have {{ visitCount }} orders',
    '{% if customer.city %}In {{ customer.city }}{% endif %} there is news',
  ])('may say %s', (body) => {
    expect(problems(body)).toEqual([]);
  });

  it.each([
    ['Hello {{ customer.nickname }}', 'There is no variable customer.nickname.'],
    ['Hello {{ first_name }}', 'There is no variable first_name.'],
    [
      'You are on {{ customer.attributes.tier | default: "no" }}',
      'There is no variable customer.attributes.tier.',
    ],
    ['Hello {{ customer.name', /no Liquid template/],
    ['Hello {{ customer.name | shout }}', /no Liquid template/],
    ['Last seen {{ customer.lastOrderAt | date: "%Y" }}', /Not every customer has customer.lastOrderAt/],
    ['15% off today', 'Nobody said anything of “15%”.'],
    ['Only £49 left', 'Nobody said anything of “£49”.'],
    ['See https://evil.example/x', 'Nobody gave the address https://evil.example/x.'],
    ['Write to someone@evil.example', /Nobody gave the address/],
  ])('may not say %s', (body, problem) => {
    expect(problems(body).join('\n')).toEqual(
      typeof problem === 'string' ? problem : expect.stringMatching(problem),
    );
  });

  it('needs a subject by e-mail, and fits into one text message otherwise', () => {
    expect(draftProblems({ body: 'Hello' }, context)).toEqual(['An e-mail needs a subject.']);
    expect(problems('x'.repeat(160), { channel: 'SMS' })).toEqual([]);
    // A long name counts.
    expect(problems(`${'x'.repeat(150)}{{ customer.name | default: "there" }}`, { channel: 'SMS' })).toEqual([
      'A text message may have 160 characters; this one has 170.',
    ]);
  });

  it('is tidied: defaults for what some customers lack, a way to unsubscribe, no subject on a text message', () => {
    expect(
      tidyDraft(
        { subject: 'For {{customer.name}}', body: 'Hi {{ name | upcase }} from {{ customer.city }}' },
        'EMAIL',
      ),
    ).toEqual({
      subject: 'For {{ customer.name | default: "there" }}',
      body: 'Hi {{ name | default: "there" | upcase }} from {{ customer.city | default: "your city" }}\n\nNo more of these: {{ unsubscribe_url }}',
    });
    expect(tidyDraft({ subject: 'No', body: 'It’s “here” – now…' }, 'SMS')).toEqual({
      body: 'It\'s "here" - now...',
    });
    const own = { subject: 'A', body: '{{ name | default: "friend" }} {{ unsubscribe_url }}' };
    expect(tidyDraft(own, 'EMAIL')).toEqual(own);
  });
});

describe('figures', () => {
  it.each([
    ['1,284 of 1,420 (90.4 %)', [1_284, 1_420, 90.4]],
    ['1\u202f284 and 12,5', [1_284, 12, 5]],
    ['twelve of them, two failed', [12, 2]],
    ['one of them', []],
    ['in 2 h 10 min, £1,234,567.89', [2, 10, 1_234_567.89]],
    ['none', []],
  ])('in “%s”', (text, figures) => {
    expect(figuresIn(text).toSorted((a, b) => a - b)).toEqual(figures.toSorted((a, b) => a - b));
  });

  it.each([
    ['1,284 of 1,420 were reached, so 90%', []],
    ['Out of 1420 people 1284 were reached', []],
    ['a share of 12%', ['12%']],
    ['136 were not reached', ['136']],
    ['more than half of them', ['half']],
    ['everyone was reached', ['everyone']],
    ['twenty-one of them, or three', ['3', 'twenty']],
  ])('“%s”, by the facts', (text, invented) => {
    expect(inventedFigures(text, '1,284 of 1,420 people were reached (90%). 12 bounced.')).toEqual(invented);
  });

  it('that are not in the source are found', () => {
    expect(inventedFigures('1284 of 1,420, that is 91 %', '1,284 of 1420 (90 %)')).toEqual(['91', '91 %']);
  });
});
