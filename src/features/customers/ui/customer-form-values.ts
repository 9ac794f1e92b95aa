import { z } from 'zod';
import {
  attributeOfText,
  attributesSchema,
  type Customer,
  createCustomerInput,
} from '../customers.schema.ts';

const MAX_TAGS = 50;
const MAX_TAG = 64;
const MAX_VALUE = 1_000;

const text = z.string();
const tagsOf = (list: string): string[] =>
  list
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter(Boolean);

/** What is wrong with an attribute's name, in the schema's own words. */
function problemOfKey(key: string): string | null {
  const issue = attributesSchema.safeParse({ [key]: '' }).error?.issues[0];
  return issue?.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : null;
}

const attributeRows = z.array(z.object({ key: text, value: text })).superRefine((rows, context) => {
  const keys = rows.map(({ key }) => key.trim());
  for (const [i, { value }] of rows.entries()) {
    const key = keys[i] ?? '';
    const wrong = (field: 'key' | 'value', message: string) =>
      context.addIssue({ code: 'custom', path: [i, field], message });
    if (key === '') {
      if (value.trim()) wrong('key', 'give it a name');
      continue;
    }
    const problem = problemOfKey(key);
    if (problem) wrong('key', problem);
    else if (keys.indexOf(key) !== i) wrong('key', 'there is one with this name already');
    if (value.length > MAX_VALUE) wrong('value', 'may have at most 1,000 characters');
  }
});

/** The form's fields, all of them texts. */
export const customerFormSchema = z.object({
  email: text
    .trim()
    .min(1, { error: 'give an email address', abort: true })
    .pipe(createCustomerInput.shape.email),
  name: text.max(200, 'may have at most 200 characters'),
  phone: text.max(50, 'may have at most 50 characters'),
  country: text.max(100, 'may have at most 100 characters'),
  city: text.max(100, 'may have at most 100 characters'),
  tags: text.superRefine((list, context) => {
    const tags = tagsOf(list);
    const long = tags.find((tag) => tag.length > MAX_TAG);
    if (long)
      context.addIssue({
        code: 'custom',
        message: `a tag may have at most ${MAX_TAG} characters: “${long.slice(0, 20)}…” is longer`,
      });
    if (tags.length > MAX_TAGS)
      context.addIssue({ code: 'custom', message: `there may be at most ${MAX_TAGS}` });
  }),
  attributes: attributeRows,
});
export type CustomerFormValues = z.input<typeof customerFormSchema>;

export const noCustomer: CustomerFormValues = {
  email: '',
  name: '',
  phone: '',
  country: '',
  city: '',
  tags: '',
  attributes: [],
};

export const formOf = (customer: Customer): CustomerFormValues => ({
  email: customer.email,
  name: customer.name ?? '',
  phone: customer.phone ?? '',
  country: customer.country ?? '',
  city: customer.city ?? '',
  tags: customer.tags.join(', '),
  attributes: Object.entries(customer.attributes).map(([key, value]) => ({ key, value: String(value) })),
});

/**
 * What the form's texts mean. An attribute that was taken out is sent empty, which deletes it. A text that is as it was
 * keeps what it stood for: a number in text, a tag with a comma in it.
 */
export function inputOf({ tags, attributes, ...fields }: CustomerFormValues, before: Customer | undefined) {
  const values: Record<string, string | number | boolean> = {};
  for (const key of Object.keys(before?.attributes ?? {})) values[key] = '';
  for (const { key: rawKey, value: rawValue } of attributes) {
    const key = rawKey.trim();
    if (key === '') continue;
    const known = before?.attributes[key];
    const value = rawValue.trim();
    values[key] = known !== undefined && String(known) === rawValue ? known : attributeOfText(value);
  }
  const sameTags = before !== undefined && formOf(before).tags === tags;
  return { ...fields, tags: sameTags ? before.tags : tagsOf(tags), attributes: values };
}
export type CustomerFormInput = ReturnType<typeof inputOf>;
