import { describe, expect, it } from 'vitest';
import { campaignStatuses } from '@/lib/campaign-status.ts';
import { type Asked, statusMeanwhile } from './asked-status.ts';

describe('the status while something is asked for', () => {
  const changed = (asked: Asked) =>
    Object.fromEntries(
      campaignStatuses
        .map((status) => [status, statusMeanwhile(status, asked)] as const)
        .filter(([status, shown]) => status !== shown),
    );

  it('is the one asked for in place of those it comes from, and no other', () => {
    expect(changed({ pause: true, resume: false })).toEqual({ PREPARING: 'PAUSED', SENDING: 'PAUSED' });
    expect(changed({ pause: false, resume: true })).toEqual({ PAUSED: 'SENDING' });
    expect(changed({ pause: false, resume: false })).toEqual({});
  });
});
