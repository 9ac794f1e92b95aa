import { expect, it } from 'vitest';
import { networkOf } from './sign-in-limits.ts';

const of = (address: string | null) => networkOf({ address });

it('an IPv6 household is one network, an IPv4 address is itself', () => {
  expect(of('203.0.113.7')).toBe('203.0.113.7');
  const household = of('2001:db8:0:12::1');
  expect(household).toBe('2001:db8:0:12::/64');
  expect(of('2001:0DB8:0000:0012:aaaa:bbbb:cccc:dddd')).toBe(household);
  expect(of('2001:db8:0:12:0:0::9')).toBe(household);
  expect(of('2001:db8:0:13::1')).not.toBe(household);
});

it.each([null, 'unknown', '127.0.0.1', '::1'])('nobody’s, and this machine’s own, is none: %s', (address) => {
  expect(of(address)).toBeNull();
});
