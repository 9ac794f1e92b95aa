import { describe, expect, it } from 'vitest';
import { REMOVED, Traces } from './traces.ts';

const ZELDA = { email: 'zelda@shop.example', phone: '+44 20 7946 0958', name: 'Zelda Quist' };
const CUSTOMER = '65a000000000000000000001';
const traces = new Traces(ZELDA, { id: CUSTOMER, nameIsTheirs: true });

describe('a person’s traces', () => {
  it.each([
    ['550 <zelda@shop.example> unknown', `550 <${REMOVED}> unknown`],
    ['Zelda@Shop.Example bounced.', `${REMOVED} bounced.`],
    ['https://x.example/u?to=zelda%40shop.example&a=1', `https://x.example/u?to=${REMOVED}&a=1`],
    ['no route to +442079460958', `no route to ${REMOVED}`],
    ['(44) 20-7946-0958 is off', `(${REMOVED} is off`],
    ['ZELDA  quist called', `${REMOVED} called`],
  ])('are taken out of “%s”', (text, without) => {
    expect(traces.in(text)).toBe(true);
    expect(traces.out(text)).toBe(without);
  });

  it.each([
    'grizelda@shop.example',
    'zelda@shop.example.org',
    'zelda@shop.examples',
    'x.zelda@shop.example',
    'order 4420794609581',
    'Zelda',
    'Zelda Quistgaard',
  ])('are not seen in “%s”', (text) => {
    expect(traces.in(text)).toBe(false);
    expect(traces.out(text)).toBe(text);
  });

  it('are found deep in documents, which stay as they are where there are none', () => {
    const document = {
      name: 'Everyone',
      rules: { rules: [{ field: 'email', operator: '=', value: 'zelda@shop.example' }] },
      at: new Date(0),
      counts: [1, 2],
    };
    expect(traces.changesOf(document)).toEqual({
      rules: { rules: [{ field: 'email', operator: '=', value: REMOVED }] },
    });
    expect(traces.changesOf({ a: [{ b: 'c' }], at: document.at })).toEqual({});
    expect(traces.inDocument({ customerId: CUSTOMER })).toBe(true);
    expect(traces.outOf({ 'zelda@shop.example': 2 })).toEqual({ [REMOVED]: 2 });
  });

  it('of a name others have too count only beside an address, a number or the id', () => {
    const shared = new Traces(ZELDA, { id: CUSTOMER, nameIsTheirs: false });
    expect(shared.inDocument({ note: 'Zelda Quist wrote' })).toBe(false);
    const theirs = { note: 'Zelda Quist wrote', to: 'zelda@shop.example' };
    expect(shared.inDocument(theirs)).toBe(true);
    expect(shared.changesOf(theirs)).toEqual({ note: `${REMOVED} wrote`, to: REMOVED });
  });

  it('of an address with signs of its own, a short number and no name', () => {
    const odd = new Traces(
      { email: 'a.b+c@x.example', phone: '112', name: 'Ann' },
      { id: null, nameIsTheirs: true },
    );
    expect(odd.out('a.b+c@x.example, azb+c@x.example, 112, Ann')).toBe(
      `${REMOVED}, azb+c@x.example, 112, Ann`,
    );
    expect(odd.is(' A.B+C@x.example ')).toBe(true);
    expect(odd.is('')).toBe(false);
  });
});
