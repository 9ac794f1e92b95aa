import { expect, it } from 'vitest';
import { webhookEventTypes } from '../webhook-events.schema.ts';
import { eventGroups } from './event-groups.ts';

it('offers every event once, under words', () => {
  expect(eventGroups.flatMap(({ events }) => events.map(({ type }) => type)).toSorted()).toEqual(
    webhookEventTypes.toSorted(),
  );
  for (const { area } of eventGroups) expect(area).toMatch(/^[A-Z]/);
});
