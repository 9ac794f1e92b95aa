import { describe, expect, it } from 'vitest';
import type { Mapping } from '../mapping.schema.ts';
import { defaultMapping, FileError } from './columns.ts';
import { guessMapping, guessType, isAmbiguousDate } from './guess.ts';
import { MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROW_CHARS } from './limits.ts';
import { alignMapping, mappingProblems } from './mapping.ts';
import { readPreview } from './preview.ts';
import { readRecords } from './read-records.ts';
import { customerRowReader, orderRowReader } from './row-readers.ts';
import { readAmount, readAttribute, readDate } from './typed-cells.ts';

const targets = (mapping: Mapping) => mapping.map((m) => m.target);

describe('guessing what columns mean', () => {
  it.each([
    [
      'a shop’s export of customers',
      'CUSTOMERS' as const,
      ['E-Mail', 'First Name', 'last_name', 'Accepts Marketing', 'Total Spent', 'Customer Tags', ''],
      [
        ['ann@example.com', 'Ann', 'Lee', 'yes', '12.50', 'vip', ''],
        ['bo@example.com', 'Bo', 'Ray', 'no', '7.00', '', ''],
      ],
      ['email', 'firstName', 'lastName', 'attribute', 'attribute', 'tags', 'ignore'],
    ],
    [
      'a name that needs no parts',
      'CUSTOMERS' as const,
      ['Customer Email', 'name', 'First name'],
      [['a@example.com', 'Ann Lee', 'Ann']],
      ['email', 'name', 'attribute'],
    ],
    [
      'columns by their contents, under names nobody knows',
      'ORDERS' as const,
      ['Beleg-No', 'Käufer', 'Wann', 'Brutto'],
      [
        ['R-1', 'a@example.com', '31.12.2024', '12,50 €'],
        ['R-2', 'b@example.com', '01.02.2025', '1.000,00 €'],
      ],
      ['orderId', 'customerEmail', 'orderDate', 'orderAmount'],
    ],
    [
      'the best of several names, and leaves the rest of an orders file out',
      'ORDERS' as const,
      ['id', 'Order Number', 'Customer', 'Email', 'subtotal', 'Total', 'Created at', 'Currency'],
      [['77', '1001', 'Ann', 'a@example.com', '10.00', '12.00', '2024-05-01T10:00:00Z', 'GBP']],
      ['ignore', 'orderId', 'ignore', 'customerEmail', 'ignore', 'orderAmount', 'orderDate', 'ignore'],
    ],
    [
      'no email in a column that holds none',
      'CUSTOMERS' as const,
      ['email', 'contact'],
      [
        ['yes', 'ann@example.com'],
        ['no', 'bo@example.com'],
      ],
      ['attribute', 'email'],
    ],
  ])('finds %s', (_, kind, header, rows, expected) => {
    const mapping = guessMapping(kind, header, rows);
    expect(targets(mapping)).toEqual(expected);
    expect(mappingProblems(kind, mapping)).toEqual([]);
  });

  it('says which dates and amounts are meant', () => {
    const [, , amount, date] = guessMapping(
      'ORDERS',
      ['order', 'email', 'total', 'date'],
      [['1', 'a@example.com', '1.234,50', '13/02/2024']],
    );
    expect(amount).toMatchObject({ target: 'orderAmount', decimal: 'comma' });
    expect(date).toMatchObject({ target: 'orderDate', dates: 'dmy' });
    const [us] = guessMapping('ORDERS', ['date'], [['02/13/2024']]);
    expect(us).toMatchObject({ target: 'orderDate', dates: 'mdy' });
    expect(isAmbiguousDate(['03/04/2024'], 'dmy')).toBe(true);
    expect(isAmbiguousDate(['03/04/2024', '13/04/2024'], 'dmy')).toBe(false);
  });

  it.each([
    [['1', '2.5', '-3'], { type: 'number' }],
    [['007', '12'], { type: 'text' }],
    [['1,5', '2'], { type: 'number', decimal: 'comma' }],
    [['Yes', 'no'], { type: 'boolean' }],
    [['2024-12-31', '2024-01-01 10:00'], { type: 'date', dates: 'iso' }],
    [['31.12.2024'], { type: 'date', dates: 'dmy' }],
    [['1', 'x'], { type: 'text' }],
    [[], { type: 'text' }],
  ])('takes %j for %j', (values, expected) => expect(guessType(values)).toEqual(expected));

  it('means the same as without a mapping where the names are ours', () => {
    const header = ['email', 'name', 'phone', 'country', 'city', 'tags'];
    expect(guessMapping('CUSTOMERS', header, [])).toEqual(defaultMapping('CUSTOMERS', header));
  });
});

describe('cells of a type', () => {
  it.each([
    ['007', 'text', '007'],
    ['1,234.5', 'number', 1234.5],
    ['-2', 'number', -2],
    ['Yes', 'boolean', true],
    ['0', 'boolean', false],
    ['2024-12-31', 'date', '2024-12-31'],
    ['2024-12-31 10:00+02:00', 'date', '2024-12-31T08:00:00.000Z'],
    ['true', 'auto', true],
    ['007', 'auto', '007'],
  ] as const)('reads %j as %s', (text, type, value) =>
    expect(readAttribute(text, type)).toEqual({ ok: true, value }),
  );

  it.each([
    ['abc', 'number', /a number such as/],
    ['12345678901234567890', 'number', /a number such as/],
    ['perhaps', 'boolean', /yes or no/],
    ['2024-02-30', 'date', /2024-12-31/],
    ['31/12/2024', 'date', /2024-12-31/],
  ] as const)('refuses %j as %s, saying what was expected', (text, type, expected) =>
    expect(readAttribute(text, type)).toEqual({ ok: false, expected: expect.stringMatching(expected) }),
  );

  it('reads dates as they are written elsewhere, so that they sort as time does', () => {
    const read = (text: string, format: 'dmy' | 'mdy') => {
      const outcome = readDate(text, format);
      return outcome.ok ? outcome.value : null;
    };
    expect(read('31/12/2024', 'dmy')).toBe('2024-12-31');
    expect(read('1.2.2024', 'dmy')).toBe('2024-02-01');
    expect(read('12/31/2024, 12:05 AM', 'mdy')).toBe('2024-12-31T00:05:00.000Z');
    expect(read('12/31/2024 1:05 pm', 'mdy')).toBe('2024-12-31T13:05:00.000Z');
    for (const wrong of ['31/02/2024', '31/12.2024', '31/12/24', '2024-12-31', '1/1/2024 13:00 pm'])
      expect(read(wrong, 'dmy')).toBeNull();
  });

  it('reads amounts with a comma only where that was said', () => {
    expect(readAmount('1.234,50 €', 'comma')).toEqual({ ok: true, value: 1234.5 });
    expect(readAmount('-3', 'comma')).toEqual({ ok: true, value: -3 });
    expect(readAmount('12.50', 'comma').ok).toBe(false);
    expect(readAmount('12,50', 'point').ok).toBe(false);
    expect(readAmount('1,234.50', 'point')).toEqual({ ok: true, value: 1234.5 });
  });
});

describe('rows by a mapping', () => {
  it('make customers, with the name in two parts and attributes of their type', () => {
    const header = ['First', 'Last', 'Mail', 'Joined', 'Points', 'Left out'];
    const read = customerRowReader(header, [
      { column: 'First', target: 'firstName' },
      { column: 'Last', target: 'lastName' },
      { column: 'Mail', target: 'email' },
      { column: 'Joined', target: 'attribute', name: 'joined', type: 'date', dates: 'dmy' },
      { column: 'Points', target: 'attribute', type: 'number' },
      { column: 'Left out', target: 'ignore' },
    ]);
    expect(read(['Ann', ' Lee ', 'Ann@example.com', '1.2.2024', '12', 'x'])).toEqual({
      ok: true,
      value: { email: 'ann@example.com', name: 'Ann Lee', attributes: { joined: '2024-02-01', Points: 12 } },
    });
    expect(read(['', 'Lee', 'ann@example.com', '', ''])).toEqual({
      ok: true,
      value: { email: 'ann@example.com', name: 'Lee' },
    });
    expect(read(['', '', 'ann@example.com', '', 'many'])).toEqual({
      ok: false,
      error: 'Points: “many” is not a number such as 1234.5',
    });
  });

  it('make orders, whatever way amounts and dates are written', () => {
    const read = orderRowReader(
      ['a', 'b', 'c', 'd'],
      [
        { column: 'a', target: 'orderDate', dates: 'mdy' },
        { column: 'b', target: 'orderAmount', decimal: 'comma' },
        { column: 'c', target: 'customerEmail' },
        { column: 'd', target: 'orderId' },
      ],
    );
    expect(read(['12/31/2024', '1.234,50', 'a@example.com', 'N1'])).toMatchObject({
      ok: true,
      value: { orderAmount: 1234.5, orderDate: new Date('2024-12-31T00:00:00Z') },
    });
    expect(read(['31/12/2024', '1,00', 'a@example.com', 'N1'])).toEqual({
      ok: false,
      error: 'orderDate “31/12/2024” is not a date such as 12/31/2024 or 12/31/2024 10:30',
    });
  });
});

describe('a wrong mapping', () => {
  it('is told of at its columns', () => {
    const problems = mappingProblems('CUSTOMERS', [
      { column: 'a', target: 'name' },
      { column: 'b', target: 'firstName' },
      { column: 'c', target: 'name' },
      { column: 'd', target: 'attribute', name: 'x' },
      { column: 'e', target: 'attribute', name: 'x' },
      { column: 'f', target: 'orderId' },
    ]);
    expect(problems.map((p) => [p.index, p.field])).toEqual([
      [1, null],
      [2, null],
      [4, null],
      [5, null],
      [null, 'email'],
    ]);
    expect(problems.map((p) => p.message).join(' ')).toMatch(/“a” is the name already/);
  });

  it('finds its columns by name, the first entry for the first of two with one name', () => {
    const { aligned, strangers } = alignMapping(
      ['Email', 'Note', 'Note', 'Rest'],
      [
        { column: 'Note', target: 'name' },
        { column: 'Nowhere', target: 'city' },
        { column: 'Note', target: 'phone' },
        { column: 'Email', target: 'email' },
      ],
    );
    expect(targets(aligned)).toEqual(['email', 'name', 'phone', 'ignore']);
    expect(strangers).toEqual([1]);
  });
});

describe('limits', () => {
  it('of columns are a reason in words', () => {
    const header = Array.from({ length: MAX_COLUMNS + 1 }, (_, i) => `c${i}`);
    expect(() => defaultMapping('CUSTOMERS', ['email', ...header])).toThrow(FileError);
    expect(() => defaultMapping('CUSTOMERS', ['email', ...header])).toThrow(/202 columns; 200 are the most/);
  });

  it('of a cell is that row’s problem', () => {
    expect(customerRowReader(['email', 'x'])(['a@example.com', 'y'.repeat(MAX_CELL_CHARS + 1)])).toEqual({
      ok: false,
      error: 'x has 32,768 characters; 32,767 are the most in one cell',
    });
  });

  it.each([
    ['in one piece', 10_000_000],
    ['in many', 100_000],
  ])('of a row is that row’s problem, once, and the next is read (%s)', async (_, size) => {
    const text = `h,i\n${'z'.repeat(MAX_ROW_CHARS * 3)},1\nok,2\n`;
    async function* pieces() {
      for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
    }
    const records = (await Array.fromAsync(readRecords(pieces(), ','))).flat();
    expect(records.map((r) => [r.row, r.problem?.slice(0, 18) ?? null])).toEqual([
      [1, null],
      [2, 'the row is longer '],
      [3, null],
    ]);
    expect(records[1]?.cells.join(',').length).toBeLessThan(10_100);
    expect(records[2]?.cells).toEqual(['ok', '2']);
  });
});

describe('the beginning of a file', () => {
  it('shows columns and whole rows, without what our file of bad rows adds', async () => {
    const text = '\nemail;note;row;error\r\na@example.com;"two\r\nlines";2;is wrong\r\nb@example.com;cut of';
    expect(await readPreview(text, false)).toEqual({
      header: ['email', 'note'],
      rows: [['a@example.com', 'two\nlines']],
    });
    expect((await readPreview(text, true)).rows).toHaveLength(2);
    await expect(readPreview(' \n', true)).rejects.toThrow(FileError);
  });
});
