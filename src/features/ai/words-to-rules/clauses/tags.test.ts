import { itReads } from '../testing/it-reads.ts';

itReads('tags', [
  ['tagged vip', 'tags = vip'],
  ['VIPs', 'tags = vip'],
  ['wholesale customers', 'tags = wholesale'],
  ['early birds', 'tags = early bird'],
  ['with the "early bird" tag', 'tags = early bird'],
  ['tagged vip and newsletter', 'tags = vip and tags = newsletter'],
  ['tagged vip or wholesale', 'tags in vip, wholesale'],
  ['not tagged vip or wholesale', 'tags notIn vip, wholesale'],
  ['tagged as wholesale but not vip', 'tags = wholesale and tags != vip'],
  [
    'tagged "summer sale"',
    'tags = summer sale',
    { assumptions: ['“summer sale” is none of the tags in use.'] },
  ],
  ['tagged foo', 'tags = foo', { assumptions: ['“foo” is none of the tags in use.'] }],
  ['no tags', 'tags null'],
  ['untagged', 'tags null'],
  ['at least one tag', 'tags notNull'],
  ['tag contains spring', 'tags contains spring'],
  ['subscribed to the newsletter', 'tags = newsletter'],
  ['not subscribed to the newsletter', 'tags != newsletter'],
  ['non-VIPs', 'tags != vip'],
  ['tag is not vip', 'tags != vip'],
]);
