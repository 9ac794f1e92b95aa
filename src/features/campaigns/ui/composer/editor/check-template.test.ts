import { expect, it } from 'vitest';
import { checkTemplate } from './check-template.ts';

const KNOWN = ['customer.name', 'customer.tags', 'customer.attributes.plan', 'workspace.name', 'name'];
const check = (text: string) => checkTemplate(text, KNOWN);
/** The marked parts of a text. */
const marked = (text: string) => check(text).map(({ from, to }) => text.slice(from, to));

it.each([
  'Hello {{ customer.name | default: "there" }}',
  '{% for tag in customer.tags %}{{ tag }}{% endfor %}',
  '{% if customer.attributes.plan == "gold" %}Hi{% endif %}',
  '{{ customer.tags.first }} {{ customer.attributes.plan.size }}',
  '{% assign who = customer.name %}{{ who }}',
  'No Liquid at all',
])('finds nothing wrong with %j', (text) => expect(check(text)).toEqual([]));

it('marks what customers do not have, with the name that was meant', () => {
  const text = 'Hi {{ customer.name }}\n{{ customer.nmae | upcase }}\n{{ workspace.nam }}';
  expect(check(text)).toMatchObject([
    { line: 2, instead: 'customer.name' },
    { line: 3, instead: 'workspace.name' },
  ]);
  expect(marked(text)).toEqual(['customer.nmae', 'workspace.nam']);
  expect(check('{{ something.else }}')[0]?.instead).toBeUndefined();
});

it.each([
  ['A\n{{ name', 2, 'not closed'],
  ['{% if name %}x', 1, 'not closed'],
  ['A\n\n{{ name | shout }}', 3, 'undefined filter: shout'],
  ['{% nonsense %}', 1, 'nonsense'],
])('says where %j cannot be read', (text, line, message) => {
  const [problem] = check(text);
  expect(problem).toMatchObject({ line, message: expect.stringContaining(message) });
  expect(problem && problem.to > problem.from && problem.to <= text.length).toBe(true);
});
