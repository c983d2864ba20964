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
/** The exhibits' ids, once the page is laid out. */
const IDS = `customElements.whenDefined('discord-message').then(() => new Promise((done) => setTimeout(done, 500))).then(() =>
  [...document.querySelectorAll('section')].map(({ id }) => id))`;
/** Most take less than a tenth of a second; a busy machine may need ten times as long. */
const PICTURE_TIMEOUT_MS = 20_000;

interface Clip {
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
  const ids = await idsIn(browser);
  await mkdir(join(out, name), { recursive: true });
  const pictures = ids.flatMap((id) => THEMES.map((theme) => ({ id, theme })));
  for (const { id, theme } of pictures) {
    const picture = await timeLimited(
      pictureOf(browser, id, theme),
      `the ${name} picture of ${id}, ${theme}`,
    );
    await writeFile(join(out, name, `${id}-${theme}.png`), picture);
  }
  return pictures.length;
}

async function idsIn(browser: Browser): Promise<readonly string[]> {
  const ids = await timeLimited(browser.evaluate(IDS), 'the layout of the page');
  if (!Array.isArray(ids) || ids.length === 0) throw new Error('the page shows nothing');
  return ids.map(String);
}

/**
 * The exhibit is shown alone: the browser draws the whole page for each picture, and all exhibits below each other, as
 * wide as a phone, are 60,000 points high. That took three times as long, and on a busy machine more than the test may.
 */
async function pictureOf(browser: Browser, id: string, theme: (typeof THEMES)[number]): Promise<Buffer> {
  const clip = clipFrom(await browser.evaluate(showAlone(id, theme)));
  const options = { format: 'png', clip: { ...clip, scale: 1 }, captureBeyondViewport: true };
  const { data } = await browser.send('Page.captureScreenshot', options);
  return Buffer.from(String(data), 'base64');
}

/** Hides all other exhibits; the value is where the exhibit stands then. */
function showAlone(id: string, theme: string): string {
  return `(() => {
    for (const section of document.querySelectorAll('section')) section.hidden = section.id !== '${id}';
    const shown = document.querySelector('#${id} [data-theme=${theme}]');
    const { x, y, width, height } = shown.getBoundingClientRect();
    return { x: x + scrollX, y: y + scrollY, width, height };
  })()`;
}

function clipFrom(value: unknown): Clip {
  const { x, y, width, height } = Object(value);
  return { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
}

/** @throws Error that names what was waited for: a page that has crashed, say, answers nothing for ever */
async function timeLimited<T>(doing: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const words = `${what}: the browser gave no answer for ${PICTURE_TIMEOUT_MS / 1000} s`;
    timer = setTimeout(() => reject(new Error(words)), PICTURE_TIMEOUT_MS);
  });
  try {
    return await Promise.race([doing, late]);
  } finally {
    clearTimeout(timer);
  }
}
