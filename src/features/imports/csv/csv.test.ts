import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { ownColumns } from './bad-rows.ts';
import { FileError } from './columns.ts';
import { encodingDetector } from './detect-encoding.ts';
import { decodeText } from './encoding.ts';
import { detectDelimiter, readHeaderLine, readRecords } from './read-records.ts';
import { customerRowReader, orderRowReader } from './row-readers.ts';

async function* pieces<T extends { length: number; slice(from: number, to: number): T }>(
  whole: T,
  size: number,
): AsyncGenerator<T> {
  for (let i = 0; i < whole.length; i += size) yield whole.slice(i, i + size);
}
async function records(text: string, delimiter = ',', size = 7, max = 200) {
  return (await Array.fromAsync(readRecords(pieces(text, size), delimiter, max))).flat();
}
async function decoded(bytes: Buffer, size: number) {
  const detector = encodingDetector();
  for await (const chunk of pieces(bytes, size)) detector.push(chunk as Buffer);
  const encoding = detector.result();
  return {
    encoding,
    text: (await Array.fromAsync(decodeText(pieces(bytes, size) as AsyncGenerator<Buffer>, encoding))).join(
      '',
    ),
  };
}

describe('encoding', () => {
  it.each([
    ['utf-8', Buffer.from('név;Zoë\n')],
    ['utf-8', Buffer.from('\ufeffnév;Zoë\n')],
    ['utf-16le', Buffer.from('\ufeffnév;Zoë\n', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeffnév;Zoë\n', 'utf16le').swap16()],
    ['windows-1252', Buffer.from('név;Zoë\n', 'latin1')],
  ])('reads %s in pieces of any size', async (encoding, bytes) => {
    for (const size of [1, 2, 3, 5, 100])
      expect(await decoded(bytes, size)).toEqual({ encoding, text: 'név;Zoë\n' });
  });

  it('makes every line ending \\n, also when a piece ends between \\r and \\n', async () => {
    for (const size of [1, 2, 3])
      expect((await decoded(Buffer.from('a\r\nb\rc\nd\r'), size)).text).toBe('a\nb\nc\nd\n');
  });
});

describe('records', () => {
  it('gives back what was written, whatever the piece size', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', ' ', ';'), maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 20 }),
        async (rows, size) => {
          const text = Papa.unparse(rows, { newline: '\n' });
          expect((await records(text, ',', size, 1_000)).map((r) => r.cells)).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('goes on behind a quote that is never closed', async () => {
    const read = await records('a,b\n1,"open\n2,x\n3,y', ',', 5);
    expect(read.map((r) => [r.row, r.cells, r.problem !== null])).toEqual([
      [1, ['a', 'b'], false],
      [2, ['1', '"open'], true],
      [3, ['2', 'x'], false],
      [4, ['3', 'y'], false],
    ]);
  });

  it('keeps memory bounded: a runaway quote is given up after the limit', async () => {
    const read = await records(`h\n"${'x\n'.repeat(300)}`, ',', 50, 100);
    expect(read[1]?.problem).toMatch(/not closed/);
    expect(read.at(-1)?.cells).toEqual(['x']);
    expect(read).toHaveLength(301);
  });

  it('names a stray quote as that row’s problem only', async () => {
    const read = await records('h,i\n"say "hi" now",1\nok,2\n', ',', 9);
    expect(read.map((r) => r.problem !== null)).toEqual([false, true, false]);
  });

  it('finds the header behind blank lines, and is not slowed down by a file that is one endless line', async () => {
    const first = await readHeaderLine(pieces('\n \nemail;name\nx;y\n', 4)[Symbol.asyncIterator]());
    expect(first).toMatchObject({ delimiter: ';', headerText: expect.stringContaining('email;name') });
    const began = performance.now();
    const { headerText } = await readHeaderLine(
      pieces('a'.repeat(1_000_000), 131_072)[Symbol.asyncIterator](),
    );
    expect(headerText).toHaveLength(131_072);
    // It took 15 s once, by a pattern that backtracked.
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it.each([
    ['email;name', ';'],
    ['email\tname', '\t'],
    ['email,name', ','],
    ['"a;b",email', ','],
    ['email', ','],
  ])('finds the separator of %j', (line, delimiter) => expect(detectDelimiter(line)).toBe(delimiter));
});

describe('columns', () => {
  it('finds them in any case and order, and keeps the rest as attributes', () => {
    const read = customerRowReader(['Visit_Count', ' E-MAIL ', 'Loyalty.Tier', 'NAME', 'Tags', 'code']);
    expect(read(['4', ' Ann@Example.com ', 'gold', 'Ann', 'vip; new ;', '007'])).toEqual({
      ok: true,
      value: {
        email: 'ann@example.com',
        name: 'Ann',
        tags: ['vip', 'new'],
        attributes: { importedVisitCount: 4, Loyalty_Tier: 'gold', code: '007' },
      },
    });
  });

  it('takes a mended file of bad rows back without its two last columns', () => {
    const header = ['email', 'error', 'row', 'error'];
    const own = ownColumns(header);
    const read = customerRowReader(own(header));
    expect(read(own(['a@example.org', 'mine', '3', 'email is not an email address']))).toEqual({
      ok: true,
      value: { email: 'a@example.org', attributes: { error: 'mine' } },
    });
  });

  it.each([
    ['short', ['a@example.org'], ['a@example.org']],
    ['without a reason', ['a@example.org', 'Ann', '3'], ['a@example.org', 'Ann']],
    ['padded by a spreadsheet', ['a@example.org', 'Ann', '3', 'is wrong', '', ' '], ['a@example.org', 'Ann']],
    [
      'too wide still',
      ['a@example.org', 'Sample', ' Ann', '3', 'is wrong'],
      ['a@example.org', 'Sample', ' Ann'],
    ],
  ])('finds what is its own in a mended row that is %s', (_, cells, expected) =>
    expect(ownColumns(['email', 'name', 'row', 'error'])(cells)).toEqual(expected),
  );

  it('leaves a file that is nobody’s list of bad rows alone', () => {
    expect(ownColumns(['email', 'error', 'row'])(['a', 'b', 'c', 'd'])).toEqual(['a', 'b', 'c', 'd']);
  });

  it('leaves out empty cells, and refuses bad ones with the reason', () => {
    const read = customerRowReader(['email', 'name']);
    expect(read(['ann@example.com', ' '])).toEqual({ ok: true, value: { email: 'ann@example.com' } });
    expect(read(['', 'x'])).toMatchObject({ ok: false, error: expect.stringContaining('email') });
    expect(read(['ann@example.com', 'x', 'extra'])).toMatchObject({
      ok: false,
      error: expect.stringContaining('3 values'),
    });
  });

  it('refuses a header that lacks a column or has it twice', () => {
    expect(() => orderRowReader(['orderId', 'amount'])).toThrow(FileError);
    expect(() => orderRowReader(['orderId', 'amount'])).toThrow(/customerEmail, orderDate are missing/);
    expect(() => customerRowReader(['email', 'Email'])).toThrow(/twice/);
  });

  it('reads orders exactly, refunds too, and refuses what is no amount or date', () => {
    const read = orderRowReader(['orderDate', 'orderAmount', 'customerEmail', 'orderId']);
    expect(read(['2011-01-02', '-1,234.50', 'a@example.com', 'C1'])).toEqual({
      ok: true,
      value: {
        orderId: 'C1',
        customerEmail: 'a@example.com',
        orderAmount: -1234.5,
        orderDate: new Date('2011-01-02T00:00:00Z'),
      },
    });
    expect(read(['2011-01-02', '12,50', 'a@example.com', 'C1'])).toMatchObject({
      ok: false,
      error: expect.stringContaining('“12,50”'),
    });
    expect(read(['2011-02-30', '12.50', 'a@example.com', 'C1'])).toMatchObject({
      ok: false,
      error: expect.stringContaining('orderDate'),
    });
  });
});
