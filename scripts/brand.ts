import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type Browser, chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './lib/chromium.ts';
import { say } from './lib/terminal.ts';

// `npm run brand`: draws the icons of every size from src/app/icon.svg, and the picture that other sites show with a link
// to us from a picture of the product itself. Run it after either has changed; what it writes is committed.

const SIGN = readFileSync('src/app/icon.svg', 'utf8');
/** Without its own round corners, for systems that cut the corners themselves. */
const SQUARE = SIGN.replace(' rx="8"', '');
const PICTURE = 'docs/images/campaign-live.png';
const FONT = 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
const ICON_SIZES = [16, 32, 48];

const base64 = (path: string) => readFileSync(path).toString('base64');

/** @param scale how large the sign is within the square, from 0 to 1 */
async function icon(browser: Browser, svg: string, size: number, scale = 1): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const inner = Math.round(size * scale);
  await page.setContent(
    `<style>body{margin:0;height:${size}px;display:grid;place-items:center;background:${scale < 1 ? '#3651cf' : 'transparent'}}
     svg{width:${inner}px;height:${inner}px;display:block}</style>${svg}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

/** An .ico file: a directory of 16 bytes an entry, then the PNGs as they are. */
function ico(pngs: readonly { size: number; png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pngs.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pngs.length, 4);
  let offset = head.length;
  for (const [i, { size, png }] of pngs.entries()) {
    const at = 6 + 16 * i;
    head.writeUInt8(size, at);
    head.writeUInt8(size, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pngs.map(({ png }) => png)]);
}

/** 1200×630, the size that social networks and chats show whole. */
async function socialPicture(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });
  await page.setContent(`
    <style>
      @font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${base64(FONT)}) }
      * { box-sizing: border-box; margin: 0 }
      body { width: 1200px; height: 630px; overflow: hidden; font-family: Inter; color: #fff;
        background: radial-gradient(900px 600px at 85% 110%, #5b74f0 0%, transparent 70%), #1c2a6b; }
      header { position: absolute; left: 64px; top: 64px; width: 470px }
      .sign { display: flex; align-items: center; gap: 16px; font-size: 30px; font-weight: 650; letter-spacing: -.02em }
      .sign svg { width: 52px; height: 52px }
      h1 { margin-top: 104px; font-size: 56px; line-height: 1.08; font-weight: 680; letter-spacing: -.035em; text-wrap: balance }
      p { margin-top: 24px; font-size: 24px; line-height: 1.4; color: #cdd5ff; text-wrap: balance }
      img { position: absolute; left: 580px; top: 86px; width: 860px; border-radius: 16px;
        box-shadow: 0 40px 100px rgb(0 0 0 / .5), 0 0 0 1px rgb(255 255 255 / .14) }
    </style>
    <header>
      <div class="sign">${SIGN}NexusFlow</div>
      <h1>Every message accounted for</h1>
      <p>Audiences on real orders, campaigns whose figures always add up. On your own server.</p>
    </header>
    <img src="data:image/png;base64,${base64(PICTURE)}">`);
  await page.evaluate(() => document.fonts.ready);
  const png = await page.screenshot();
  await page.close();
  return png;
}

const found = findChromium();
if (!found) {
  say('There is no Chromium here: name one by E2E_CHROMIUM, or run `npx playwright install chromium`.');
  process.exit(1);
}
const browser = await chromium.launch({
  args: CHROMIUM_FLAGS,
  ...(found.path ? { executablePath: found.path } : {}),
});
mkdirSync('public/brand', { recursive: true });
const small = await Promise.all(
  ICON_SIZES.map(async (size) => ({ size, png: await icon(browser, SIGN, size) })),
);
writeFileSync('src/app/favicon.ico', ico(small));
writeFileSync('src/app/apple-icon.png', await icon(browser, SQUARE, 180));
writeFileSync('public/brand/icon-192.png', await icon(browser, SIGN, 192));
writeFileSync('public/brand/icon-512.png', await icon(browser, SIGN, 512));
// What a system may cut to a circle: the sign within the middle four fifths.
writeFileSync('public/brand/icon-maskable-512.png', await icon(browser, SQUARE, 512, 0.8));
writeFileSync('public/brand/social.png', await socialPicture(browser));
await browser.close();
say(
  'Icons: src/app/favicon.ico, src/app/apple-icon.png, public/brand/. Picture for links: public/brand/social.png.',
);
