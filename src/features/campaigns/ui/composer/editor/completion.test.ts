import { describe, expect, it } from 'vitest';
import { completionsAt } from './completion.ts';

const VARIABLES = ['customer.email', 'customer.name', 'workspace.name', 'unsubscribe_url', 'name'];
/** What is offered at the `|` in a text where it stands for the caret, here written as ‸. */
function at(marked: string) {
  const caret = marked.indexOf('‸');
  return completionsAt(marked.replace('‸', ''), caret, VARIABLES);
}
const labels = (marked: string) => at(marked)?.options.map(({ label }) => label) ?? null;
/** The text after the first choice. */
function taken(marked: string) {
  const caret = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const found = completionsAt(text, caret, VARIABLES);
  return found && text.slice(0, found.from) + found.options[0]?.text + text.slice(caret);
}

describe('what is offered', () => {
  it.each(['Hello ‸', '{{ name }} ‸', '{{ name\n‸', '{{ name | default: "the‸', '{{ customer name‸', '{% ‸'])(
    'is nothing in %j',
    (text) => expect(labels(text)).toBeNull(),
  );
  it('are all variables in open braces', () => expect(labels('Hi {{ ‸')).toEqual(VARIABLES));
  it('begins with those that begin so', () =>
    expect(labels('{{ na‸')).toEqual(['name', 'customer.name', 'workspace.name']));
  it('finds what stands in the middle, whatever the case', () =>
    expect(labels('{{ EMA‸')).toEqual(['customer.email']));
  it('are variables in a condition', () => expect(labels('{% if cust‸')).toContain('customer.name'));
  it('are filters after a bar', () => expect(labels('{{ name | de‸')).toEqual(['default']));
  it('is nothing once the only fitting name is written', () =>
    expect(labels('{{ unsubscribe_url‸ }}')).toBeNull());
});

describe('what is written', () => {
  it.each([
    ['{{‸', '{{ customer.email }}'],
    ['{{ cu‸', '{{ customer.email }}'],
    ['{{ cu‸ }} and {{ name }}', '{{ customer.email }} and {{ name }}'],
    ['{{ na‸ and {{ name }}', '{{ name }} and {{ name }}'],
    ['{{ name |de‸', '{{ name | default: "there" }}'],
    ['{{ name | mo‸ }}', '{{ name | money }}'],
    ['{% if uns‸ %}', '{% if unsubscribe_url %}'],
  ])('%j becomes %j', (before, after) => expect(taken(before)).toBe(after));
});
