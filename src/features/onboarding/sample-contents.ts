import { type ReadyMadeKey, readyMadeAudiences } from '../audiences/rules/ready-made.ts';
import type { Experiment } from '../campaigns/campaigns.schema.ts';
import type { SampleStep } from './onboarding.schema.ts';

/** The audiences of a sample workspace. The last has no campaign yet: it is there to play with. */
export const sampleAudiences = Object.keys(readyMadeAudiences) as ReadyMadeKey[];

export interface SampleCampaign {
  name: string;
  audience: ReadyMadeKey;
  /** How long ago it was sent. */
  daysAgo: number;
  template: { subject: string; body: string };
  experiment: Experiment;
}

/** The campaigns a sample workspace has behind it. */
export const sampleCampaigns: Record<Extract<SampleStep, `${string}_CAMPAIGN`>, SampleCampaign> = {
  FIRST_CAMPAIGN: {
    name: 'Thank you to good customers',
    audience: 'good-customers',
    daysAgo: 24,
    template: {
      subject: 'Thank you, {{ customer.name }}',
      body: 'Dear {{ customer.name }},\n\nyou have ordered from us {{ customer.orderCount }} times: thank you! As a small return there is free delivery on everything until Sunday.\n\nYours,\n{{ workspace.name }}\n\nNo more of these: {{ unsubscribe_url }}',
    },
    // A tenth gets nothing, so that the results can say what would have been bought anyway.
    experiment: { variants: [], holdout: 10 },
  },
  SECOND_CAMPAIGN: {
    name: 'Welcome, and what others like',
    audience: 'new-customers',
    daysAgo: 9,
    template: {
      subject: 'Good to have you, {{ customer.name }}',
      body: 'Dear {{ customer.name }},\n\nthank you for your first order. Here is what customers in {{ customer.country }} come back for most: our cake stands, lanterns and tins.\n\nYours,\n{{ workspace.name }}\n\nNo more of these: {{ unsubscribe_url }}',
    },
    experiment: {
      variants: [
        {
          key: 'B',
          share: 50,
          template: {
            subject: 'What others come back for, {{ customer.name }}',
            body: 'Hello {{ customer.name }},\n\nlanterns, tins and cake stands: that is what customers in {{ customer.country }} order a second time. Have a look while they last.\n\nYours,\n{{ workspace.name }}\n\nNo more of these: {{ unsubscribe_url }}',
          },
        },
      ],
      holdout: 10,
    },
  },
};

/** How the simulator behaves in a sample workspace: mostly well, with something to look at. */
export const sampleVendor = { deliveryRate: 0.955, bounceRate: 0.035, delayMs: 800 };
