import { type WebhookEventType, webhookEvents, webhookEventTypes } from '../webhook-events.schema.ts';

const areas: Record<string, string> = {
  campaign: 'Campaigns',
  message: 'Messages',
  customer: 'Customers',
  suppression: 'Suppressions',
  import: 'Imports',
};

/** Every event by what it concerns, with what it means. */
export const eventGroups: { area: string; events: { type: WebhookEventType; summary: string }[] }[] = [
  ...Map.groupBy(webhookEventTypes, (type) => type.split('.')[0] ?? ''),
].map(([area, types]) => ({
  area: areas[area] ?? area,
  events: types.map((type) => ({ type, summary: webhookEvents[type].summary })),
}));
