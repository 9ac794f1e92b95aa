import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type CsvCell, csvFile, csvLine, unmarked } from './csv-writer.ts';

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}
const fileOf = async (header: readonly string[], rows: readonly (readonly CsvCell[])[]) =>
  (await Array.fromAsync(csvFile(header, each(rows)))).join('');
const parsed = (csv: string) => Papa.parse<string[]>(csv, { delimiter: ',' }).data;

describe('a line', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['=HYPERLINK("https://example.com","x")', `"'=HYPERLINK(""https://example.com"",""x"")"`],
    ['+cmd|x', `"'+cmd|x"`],
    ['-2+3', `"'-2+3"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['+44 20 7946 0000', `"'+44 20 7946 0000"`],
    ["'=1", `"''=1"`],
    ['-', `"'-"`],
  ])('lets a spreadsheet not run %j', (cell, written) => expect(csvLine([cell])).toBe(`${written}\r\n`));

  it('leaves numbers and plain texts as they are', () => {
    expect(csvLine(['-12.50', '+447700900346', '1,234.50', -3.2, 0, true, false, null, 'a=b', "'tis"])).toBe(
      `-12.50,+447700900346,"1,234.50",-3.2,0,true,false,,a=b,'tis\r\n`,
    );
  });

  it('puts quotes, separators and line breaks in quotes', () => {
    expect(csvLine(['a"b', 'c,d', 'e\nf', 'g\r\nh', ' i '])).toBe('"a""b","c,d","e\nf","g\r\nh"," i "\r\n');
  });

  it('is not slowed down by a long text', () => {
    const began = performance.now();
    csvLine([`${'1'.repeat(1_000_000)}x`, `${"'".repeat(1_000_000)}x`, `-${'.'.repeat(1_000_000)}x`]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('a file', () => {
  it('begins with a byte-order mark and ends every line with CRLF', async () => {
    expect(await fileOf(['name', 'city'], [['Zoë', 'Köln 🏙️']])).toBe('\ufeffname,city\r\nZoë,Köln 🏙️\r\n');
    expect(await fileOf(['name'], [])).toBe('\ufeffname\r\n');
  });

  it('gives back every text that was written, once unmarked', async () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '1', '.', '"', ',', '\n', '\t', 'ü') }),
      fc.string({ unit: 'grapheme' }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 5 }), async (rows) => {
        const [, ...read] = parsed((await fileOf(['a', 'b', 'c'], rows)).trimStart());
        expect(read.slice(0, -1).map((cells) => cells.map(unmarked))).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves nothing a spreadsheet would run, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("'", '=', '-', '+', '@', '1', '\t', '\r', '\n') }),
        (text) => {
          const cell = parsed(csvLine([text, 'end']))[0]?.[0] ?? '';
          expect(/^[=+\-@\t\r\n]/.test(cell) && !/^[+-]?[\d.,]+$/.test(cell)).toBe(false);
        },
      ),
    );
  });

  it('comes in pieces, and reads no further than it is asked to', async () => {
    let read = 0;
    let ended = false;
    async function* rows() {
      try {
        for (;;) {
          read++;
          yield ['x'.repeat(1_000)];
        }
      } finally {
        ended = true;
      }
    }
    const pieces = csvFile(['text'], rows());
    const first = await pieces.next();
    expect(first.value?.length).toBeGreaterThan(60_000);
    expect(read).toBeLessThan(100);
    await pieces.return(undefined);
    expect(ended).toBe(true);
  });
});
