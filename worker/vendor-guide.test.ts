import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { receiptSchema } from '../src/features/campaigns/receipts.schema.ts';
import { createVendorInput, simulatorSettingsSchema } from '../src/features/vendors/vendors.schema.ts';
import { webhookEvents } from '../src/features/webhooks/webhook-events.schema.ts';

const guide = readFileSync('docs/vendors.md', 'utf8');
const blocks = [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language, text = '']) => ({
  language,
  text,
}));

describe('the vendor guide', () => {
  it.each(['examples/vendor.ts', 'examples/vendor.py'])('shows %s as it is', (file) => {
    expect(blocks.map(({ text }) => text)).toContain(readFileSync(file, 'utf8'));
  });

  it('names every event, every field of a receipt and every knob of the simulator', () => {
    for (const name of [
      ...Object.keys(webhookEvents),
      ...Object.keys(receiptSchema.shape),
      ...Object.keys(simulatorSettingsSchema.shape),
    ])
      expect(guide).toContain(`\`${name}\``);
  });

  it('has examples that are what they say they are', () => {
    const json = blocks.filter(({ language }) => language === 'json').map(({ text }) => JSON.parse(text));
    expect(json.filter((value) => createVendorInput.safeParse(value).success)).toHaveLength(1);
    expect(json.filter((value) => receiptSchema.safeParse(value).success)).toHaveLength(1);
    const events = json.filter((value) => value.type in webhookEvents);
    expect(events).not.toHaveLength(0);
    for (const { type, data } of events)
      expect(webhookEvents[type as keyof typeof webhookEvents].data.safeParse(data).error).toBeUndefined();
  });
});
