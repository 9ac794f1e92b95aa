import { expect, it } from 'vitest';
import { addressOf, clientOf } from './client.ts';

const request = (remoteAddress: string, forwarded?: string | string[]) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded as string },
  socket: { remoteAddress },
});

it('without proxies of ours what a request says of its origin is not believed', () => {
  expect(addressOf(request('::ffff:198.51.100.7', '10.0.0.1'), 0)).toBe('198.51.100.7');
  expect(addressOf(request('2001:db8::1'), 0)).toBe('2001:db8::1');
});

it('behind proxies it is what the first of ours saw', () => {
  const spoofed = '1.1.1.1, 203.0.113.9, 10.0.0.2';
  expect(addressOf(request('10.0.0.1', spoofed), 2)).toBe('203.0.113.9');
  expect(addressOf(request('10.0.0.1', '203.0.113.9'), 1)).toBe('203.0.113.9');
});

it('what is no address is passed over', () => {
  expect(addressOf(request('10.0.0.1', 'unknown'), 1)).toBe('10.0.0.1');
  expect(addressOf(request(''), 0)).toBe('unknown');
});

it('a long name of a browser is cut', () => {
  const headers = new Headers({ 'user-agent': 'x'.repeat(5_000), 'x-nexusflow-address': '192.0.2.1' });
  expect(clientOf(headers)).toEqual({ address: '192.0.2.1', userAgent: 'x'.repeat(300) });
});
