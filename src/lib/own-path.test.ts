import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOME, ownPath } from './own-path.ts';

const ORIGIN = 'https://crm.example';

describe('where a link may lead after signing in', () => {
  it.each(['/campaigns', '/customers?search=ann#top', `${ORIGIN}/audiences/1`, 'settings/account'])(
    'is a path of our own: %s',
    (target) => {
      expect(new URL(ownPath(target, ORIGIN), ORIGIN).href).toBe(new URL(target, ORIGIN).href);
    },
  );

  it.each([
    undefined,
    null,
    '',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'https://crm.example@evil.example',
    'https://crm.example.evil.example/',
    'http://crm.example/',
    'https://crm.example:8443/',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,hello',
    'blob:https://crm.example/1',
  ])('is nowhere else: %s', (target) => {
    expect(ownPath(target, ORIGIN)).toBe(HOME);
  });

  it('never leaves our address, whatever is asked', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      'evil.example',
      '@',
      ':',
      '?',
      '#',
      '\t',
      '%2f',
      'https:',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
          fc.webUrl(),
        ),
        (target) => {
          expect(new URL(ownPath(target, ORIGIN), ORIGIN).origin).toBe(ORIGIN);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
