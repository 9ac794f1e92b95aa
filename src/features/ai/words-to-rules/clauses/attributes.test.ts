import { itReads } from '../testing/it-reads.ts';

itReads('attributes', [
  ['gold members', 'attributes.tier = gold'],
  ['gold or silver tier', 'attributes.tier in gold, silver'],
  ['tier is not gold', 'attributes.tier != gold'],
  ['not in the bronze tier', 'attributes.tier != bronze'],
  ['no tier set', 'attributes.tier null'],
  ['loyalty points over 500', 'attributes.loyaltyPoints > 500'],
  ['at least 1,000 loyalty points', 'attributes.loyaltyPoints >= 1000'],
  ['between 100 and 200 points', 'attributes.loyaltyPoints between 100, 200'],
  ['loyaltyPoints >= 5', 'attributes.loyaltyPoints >= 5'],
  ['aged 30 to 45', 'attributes.age between 30, 45'],
  ['under 25 years old', 'attributes.age < 25'],
  ['people over 40', 'attributes.age > 40', { assumptions: ['“over 40” was read as age.'] }],
  ['older than 65', 'attributes.age > 65'],
  ['newsletter opt-in', 'attributes.newsletter opt-in = true'],
  ['without newsletter opt-in', 'attributes.newsletter opt-in != true'],
  ['newsletter opt-in is no', 'attributes.newsletter opt-in != true'],
  ['renewal date before 2026-06-01', 'attributes.renewal date < 2026-06-01'],
  ['renewal date in May', '', { unmapped: ['renewal date in May'] }],
  ['favorite color red', 'attributes.favourite_colour = red'],
  ['favourite colour is red or blue', 'attributes.favourite_colour in red, blue'],
]);
