import { z } from 'zod';
import { ADDRESSES_LIMIT, addressSchema, addSuppressionsInput } from '../suppressions.schema.ts';

/** Addresses as people paste them: one a line, or with commas or semicolons between; blanks and repeats do not count. */
export const splitAddresses = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,;]+/)
      .map((part) => part.trim().toLowerCase())
      .filter((part) => part !== ''),
  ),
];

const SHOWN = 3;

/** What the form holds: the addresses as one text. */
export const addressesFormSchema = z.object({
  text: z.string().superRefine((text, context) => {
    const addresses = splitAddresses(text);
    const wrong = addresses.filter((address) => !addressSchema.safeParse(address).success);
    const complain = (message: string) => context.addIssue({ code: 'custom', message });
    if (addresses.length === 0) complain('give at least one address');
    else if (addresses.length > ADDRESSES_LIMIT)
      complain(`at most ${ADDRESSES_LIMIT.toLocaleString('en-GB')} at a time; these are ${addresses.length}`);
    else if (wrong.length > 0) {
      const more = wrong.length > SHOWN ? ` and ${wrong.length - SHOWN} more` : '';
      complain(`not an email address or telephone number: ${wrong.slice(0, SHOWN).join(', ')}${more}`);
    }
  }),
  note: addSuppressionsInput.shape.note.unwrap(),
});
export type AddressesForm = z.infer<typeof addressesFormSchema>;
