import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { isSignedBy, TOLERANCE_SECONDS } from './webhook-signature.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const now = Date.UTC(2011, 11, 9, 12, 50);
const body = Buffer.from('[{"messageId":"é"}]');

/** As the standard's own library signs it. */
const signed = (at = now, by = secret, id = 'msg_1') => ({
  id,
  timestamp: String(Math.floor(at / 1_000)),
  signatures: new Webhook(by).sign(id, new Date(at), body.toString()),
});

describe('a signed request', () => {
  it('is taken when the standard’s library signed it with any of the secrets', () => {
    expect(isSignedBy([secret], signed(), body, now)).toBe(true);
    expect(isSignedBy([other, secret], signed(), body, now)).toBe(true);
    expect(isSignedBy([], signed(), body, now)).toBe(false);
    expect(isSignedBy([other], signed(), body, now)).toBe(false);
  });

  it('may carry several signatures, of other versions too', () => {
    const { signatures } = signed();
    const wrong = signed(now, other).signatures;
    for (const given of [`${wrong} ${signatures}`, `v1a,abc ${signatures}`, `v1 v1, ${signatures}`])
      expect(isSignedBy([secret], { ...signed(), signatures: given }, body, now)).toBe(true);
    for (const given of ['', 'v1', 'v1,', wrong, signatures.replace('v1,', 'v2,'), signatures.slice(0, -4)])
      expect(isSignedBy([secret], { ...signed(), signatures: given }, body, now)).toBe(false);
  });

  it('is good for five minutes in either direction', () => {
    const ms = TOLERANCE_SECONDS * 1_000;
    for (const at of [now - ms, now + ms]) expect(isSignedBy([secret], signed(at), body, now)).toBe(true);
    for (const at of [now - ms - 1_000, now + ms + 1_000])
      expect(isSignedBy([secret], signed(at), body, now)).toBe(false);
    for (const timestamp of ['', 'NaN', '1e9', '-1', `${Math.floor(now / 1_000)}.0`, ' 1323435000'])
      expect(isSignedBy([secret], { ...signed(), timestamp }, body, now)).toBe(false);
  });

  it('is over every byte, and over id and time', () => {
    for (let i = 0; i < body.length; i += 1) {
      const changed = Buffer.from(body);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(isSignedBy([secret], signed(), changed, now)).toBe(false);
    }
    expect(isSignedBy([secret], { ...signed(), id: 'msg_2' }, body, now)).toBe(false);
    expect(isSignedBy([secret], { ...signed(), id: '' }, body, now)).toBe(false);
    const later = String(Math.floor(now / 1_000) + 1);
    expect(isSignedBy([secret], { ...signed(), timestamp: later }, body, now)).toBe(false);
    // As text both would be the same replacement character.
    const text = Buffer.from('"\ufffd"');
    const bytes = Buffer.from([0x22, 0xff, 0x22]);
    const signatures = new Webhook(secret).sign('msg_1', new Date(now), text.toString());
    expect(isSignedBy([secret], { ...signed(), signatures }, text, now)).toBe(true);
    expect(isSignedBy([secret], { ...signed(), signatures }, bytes, now)).toBe(false);
  });
});
