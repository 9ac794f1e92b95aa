import { itReads } from '../testing/it-reads.ts';

itReads('contact', [
  ['with a phone number', 'phone notNull'],
  ['without a phone', 'phone null'],
  ['no phone or email', 'phone null and email null'],
  ['we can reach by phone', 'phone notNull'],
  ['phone starts with +44', 'phone beginsWith +44'],
  ['gmail users', 'email endsWith @gmail.com'],
  ['icloud or gmail addresses', 'email endsWith @icloud.com or email endsWith @gmail.com'],
  ['yahoo accounts', 'email contains @yahoo.'],
  ['not on gmail', 'not (email endsWith @gmail.com)'],
  ['emails at acme.com', 'email endsWith @acme.com'],
  ['@acme.com', 'email endsWith @acme.com'],
  ['email is ann@acme.com', 'email = ann@acme.com'],
  ['email addresses ending in .co.uk', 'email endsWith .co.uk'],
  ['email contains "shop"', 'email contains shop'],
  ['named Maria', 'name beginsWith Maria'],
  ['called Ann or Bob', 'name beginsWith Ann or name beginsWith Bob'],
  ["surname O'Neill", "name endsWith O'Neill"],
  ['name contains smith', 'name contains smith'],
  ['name starts with A', 'name beginsWith A'],
  ['without a name', 'name null'],
]);
