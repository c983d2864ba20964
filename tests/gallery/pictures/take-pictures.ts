import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Browser } from './browser.ts';
import { findChromium } from './find-chromium.ts';

/** A window, in which all pictures are taken. Phones of our days are about 390 points wide. */
interface Window {
  readonly name: string;
  readonly width: number;
  readonly mobile: boolean;
}

const WINDOWS: readonly Window[] = [
  { name: 'desktop', width: 1760, mobile: false },
  { name: 'phone', width: 390, mobile: true },
];
const THEMES = ['dark', 'light'] as const;
/** Where each kind of reply stands in the page, and how many are to be waited for until they are laid out. */
const PLACES = `customElements.whenDefined('discord-message').then(() => new Promise((done) => setTimeout(done, 500))).then(() =>
  [...document.querySelectorAll('section')].flatMap(({ id }) => ${JSON.stringify(THEMES)}.map((theme) => {
    const { x, y, width, height } = document.querySelector('#' + id + ' [data-theme=' + theme + ']').getBoundingClientRect();
    return { name: id + '-' + theme, x: x + scrollX, y: y + scrollY, width, height };
  })))`;

interface Place {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Takes a picture of each kind of reply, dark and light, on a desktop and on a phone; says what came of it. */
export async function takePictures(page: string, out: string): Promise<string> {
  const path = await findChromium();
  if (path === null)
    return 'No pictures: there is no Chromium on the path (on Debian: apt-get install chromium).';
  const browser = await Browser.open(path);
  try {
    const counts: number[] = [];
    for (const window of WINDOWS) counts.push(await takeAll(browser, window, { page, out }));
    return `${counts.reduce((sum, count) => sum + count, 0)} pictures: ${out}`;
  } finally {
    await browser.close();
  }
}

async function takeAll(
  browser: Browser,
  { name, width, mobile }: Window,
  { page, out }: { readonly page: string; readonly out: string },
): Promise<number> {
  await browser.send('Emulation.setDeviceMetricsOverride', {
    width,
    height: 900,
    deviceScaleFactor: 2,
    mobile,
  });
  await browser.send('Page.enable');
  await browser.send('Page.navigate', { url: pathToFileURL(page).href });
  const places = await placesIn(browser);
  await mkdir(join(out, name), { recursive: true });
  for (const { name: file, ...clip } of places) {
    const options = { format: 'png', clip: { ...clip, scale: 1 }, captureBeyondViewport: true };
    const { data } = await browser.send('Page.captureScreenshot', options);
    await writeFile(join(out, name, `${file}.png`), Buffer.from(String(data), 'base64'));
  }
  return places.length;
}

async function placesIn(browser: Browser): Promise<readonly Place[]> {
  const places = await browser.evaluate(PLACES);
  if (!Array.isArray(places) || places.length === 0) throw new Error('the page shows nothing');
  return places.map(({ name, x, y, width, height }) => ({
    name: String(name),
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }));
}
