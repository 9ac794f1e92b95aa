import { describe, expect, it } from 'vitest';
import { withoutSecrets } from './log.ts';
import { pathPattern } from './path-pattern.ts';

describe('a line of the log', () => {
  it.each([
    ['dup key: { email: "ann.o\'neil+x@shop.example" }', 'neil'],
    ['key nf_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789', 'AbCdEf'],
    ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'MfKQ'],
    ['connect mongodb://user:pa55word@db.example/shop', 'pa55word'],
    ['cookie eyJhbGciOiJkaXIi.eyJzdWIiOiI.abc_def.ghi', 'eyJhbGci'],
  ])('says nothing of whom or with what: %s', (line, secret) => {
    expect(line).toContain(secret);
    expect(withoutSecrets(line)).not.toContain(secret);
  });

  it('is otherwise as it was', () => {
    const line = '{"level":30,"path":"/api/customers/:id","actor":"user:0123456789abcdef01234567","ms":12}';
    expect(withoutSecrets(line)).toBe(line);
  });
});

describe('a path in the log', () => {
  it.each([
    ['/api/customers/0123456789abcdef01234567?search=ann', '/api/customers/:id'],
    ['/api/trpc/customers.list,workspaces.current?batch=1', '/api/trpc/customers.list,workspaces.current'],
    ['/unsubscribe/3q2_-x8Zk1/confirm', '/unsubscribe/:id/confirm'],
    ['/customers/ann@shop.example', '/customers/:id'],
    ['/', '/'],
    ['//evil', '//evil'],
  ])('%s is %s', (url, pattern) => expect(pathPattern(url)).toBe(pattern));
});
