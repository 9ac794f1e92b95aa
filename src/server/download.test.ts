import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attachment } from './download.ts';

it.each([
  ['Everyone.csv', `attachment; filename="Everyone.csv"; filename*=UTF-8''Everyone.csv`],
  ['Köln ☕.csv', `attachment; filename="Koln _.csv"; filename*=UTF-8''K%C3%B6ln%20%E2%98%95.csv`],
  [
    `Ann's (50%)*.csv`,
    `attachment; filename="Ann's (50_)_.csv"; filename*=UTF-8''Ann%27s%20%2850%25%29_.csv`,
  ],
  ['../a"b\\c\r\nx: y.csv', `attachment; filename="_a_b_c_x_ y.csv"; filename*=UTF-8''_a_b_c_x_%20y.csv`],
  ['\ud800\u202evsc.exe', `attachment; filename="_vsc.exe"; filename*=UTF-8''_vsc.exe`],
])('names a download %j', (name, header) => expect(attachment(name)).toBe(header));

it('is a valid header for any name, and says the same in both ways', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const value = attachment(name);
      expect(new Headers({ 'content-disposition': value }).get('content-disposition')).toBe(value);
      expect(value).toMatch(/^attachment; filename="[^"\\%]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/);
    }),
  );
});
