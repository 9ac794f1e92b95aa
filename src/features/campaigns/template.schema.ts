// What templates are made of, as the editor offers it; `template.ts` renders them.

/** What there is to speak of, besides `customer.attributes` by any name. Some of it not every customer has. */
export const templateVariables: readonly string[] = [
  'customer.id',
  'customer.email',
  'customer.tags',
  'customer.totalSpend',
  'customer.orderCount',
  'workspace.name',
  'workspace.currency',
  'campaign.id',
  'campaign.name',
  'unsubscribe_url',
  'email',
  'totalSpends',
  'visitCount',
  'customer.name',
  'customer.phone',
  'customer.country',
  'customer.city',
  'customer.averageOrderValue',
  'customer.firstOrderAt',
  'customer.lastOrderAt',
  'name',
];

/** A filter as it is offered: its name, what is written for it, and what it does. */
export interface TemplateFilter {
  name: string;
  text: string;
  does: string;
}

/** The filters marketers need; Liquid’s others work too. */
export const templateFilters: readonly TemplateFilter[] = [
  { name: 'default', text: 'default: "there"', does: 'What to write when there is no value' },
  { name: 'money', text: 'money', does: 'An amount in the workspace’s currency' },
  { name: 'date', text: 'date: "%-d %B %Y"', does: 'A date as 5 March 2026' },
  { name: 'capitalize', text: 'capitalize', does: 'The first letter large' },
  { name: 'upcase', text: 'upcase', does: 'All letters large' },
  { name: 'downcase', text: 'downcase', does: 'All letters small' },
  { name: 'round', text: 'round', does: 'To a whole number' },
  { name: 'truncate', text: 'truncate: 40', does: 'Cut to a length' },
  { name: 'join', text: 'join: ", "', does: 'A list as text' },
  { name: 'first', text: 'first', does: 'The first of a list' },
  { name: 'size', text: 'size', does: 'How many, or how long' },
  { name: 'strip', text: 'strip', does: 'Without blanks around it' },
  { name: 'escape', text: 'escape', does: 'Safe inside HTML' },
  { name: 'raw', text: 'raw', does: 'As it is, in an HTML message' },
];
