import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { measureFirstLoad } from './first-load.ts';

it('adds up every script a page asks for, once, without those only old browsers fetch', async () => {
  const files: Record<string, string> = {
    '/page': `<link rel="preload" as="script" href="/b.js"/><link rel="preload" as="font" href="/f.woff2"/>
      <link rel="modulepreload" href="/c.js?x=1&amp;y=2"/><script src="/old.js" noModule=""></script>
      <script>inline()</script><script async="" src="/a.js"></script><script src="/a.js"></script>`,
    '/a.js': 'a'.repeat(500),
    '/b.js': 'const b = 1;',
    '/c.js?x=1&y=2': 'const c = 2;',
  };
  const read = async (path: string) => files[path] ?? Promise.reject(new Error(`${path} was asked for`));
  const { bytes, scripts } = await measureFirstLoad(read, '/page');
  expect(scripts.map(({ path }) => path).sort()).toEqual(['/a.js', '/b.js', '/c.js?x=1&y=2']);
  const sizes = ['/a.js', '/b.js', '/c.js?x=1&y=2'].map((path) => gzipSync(files[path] ?? '').length);
  expect(bytes).toBe(sizes.reduce((sum, size) => sum + size, 0));
  await expect(measureFirstLoad(async () => '<p>Sign in</p>', '/page')).rejects.toThrow('asks for no script');
});
