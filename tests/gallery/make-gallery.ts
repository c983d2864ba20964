import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DAY_MS } from '../../src/kit/time.ts';
import { keptByFirst, startedScene } from '../end-to-end/scene.ts';
import type { Exhibit, PlayedExhibit } from './exhibit.ts';
import { answers } from './exhibits/answers.ts';
import { buttons } from './exhibits/buttons.ts';
import { editing } from './exhibits/editing.ts';
import { empty } from './exhibits/empty.ts';
import { knowledge } from './exhibits/knowledge.ts';
import { languages } from './exhibits/languages.ts';
import { log } from './exhibits/log.ts';
import { moderation } from './exhibits/moderation.ts';
import { otherWays } from './exhibits/other-ways.ts';
import { passages } from './exhibits/passages.ts';
import { settings } from './exhibits/settings.ts';
import { bundleScript } from './page/bundle-script.ts';
import { collectNames } from './page/names.ts';
import { renderPage } from './page/page.ts';
import { takePictures } from './pictures/take-pictures.ts';
import { Stage } from './stage.ts';
import { findUnseenTexts } from './unseen-texts.ts';

const OUT = join(import.meta.dirname, 'out');
const EXHIBITS: readonly Exhibit[] = [
  ...empty,
  ...answers,
  ...passages,
  ...otherWays,
  ...buttons,
  ...languages,
  ...moderation,
  ...knowledge,
  ...editing,
  ...settings,
  ...log,
];

/** Tests only that Discord would accept every reply: the scene fails where it would not. */
test('the gallery is made from what the bot sends', async () => {
  const scene = await startedScene({ articles: await articles(), env: keptByFirst, expectedFailures: 1 });
  const stage = new Stage(scene);
  const played = await playAll(stage);
  expect(played).toHaveLength(EXHIBITS.length);
  expect(findUnseenTexts(played)).toEqual([]);
  const names = collectNames(stage.discord, stage.visitors);
  const page = join(OUT, 'index.html');
  await mkdir(OUT, { recursive: true });
  await writeFile(page, renderPage(played, { names, script: await bundleScript() }));
  console.log(`${played.length} kinds of reply: ${page}`);
  if (process.env['GALLERY_PICTURES'] !== undefined) console.log(await takePictures(page, OUT));
});

async function articles(): Promise<Readonly<Record<string, string>>> {
  return {
    'russian-fcs-meeting.md': await read('../../knowledge/russian-fcs-meeting.md'),
    'library.md': await readAsRecent('articles/library.md'),
    'minecraft.md': await readAsRecent('articles/minecraft.md'),
    'annex.md': await readAsRecent('articles/annex.md'),
    'hostile.md': await read('articles/hostile.md'),
    'east.md': lighthouse('East', 1871),
    'west.md': lighthouse('West', 1904),
    'opening-hours.txt': 'Opening hours of the kiosk\n\nThe kiosk is open in summer.\n',
  };
}

/** Renders one of two articles that answer a question about equally well. */
function lighthouse(name: string, year: number): string {
  return `---\ntitle: The ${name} lighthouse\n---\n\nThe lighthouse was built in ${year}. It is white.\n`;
}

function read(path: string): Promise<string> {
  return readFile(join(import.meta.dirname, path), 'utf8');
}

/** Reads an article as if it were a month old: the seed article alone shows what an outdated one looks like. */
async function readAsRecent(path: string): Promise<string> {
  const day = new Date(Date.now() - 30 * DAY_MS).toISOString().slice(0, 10);
  return (await read(path)).replaceAll(/^(captured|published): .+$/gm, `$1: ${day}`);
}

/** Plays the exhibits one after the other, because each may change what the next one finds. */
async function playAll(stage: Stage): Promise<readonly PlayedExhibit[]> {
  const played: PlayedExhibit[] = [];
  for (const { play, ...told } of EXHIBITS) played.push({ ...told, shown: await play(stage) });
  return played;
}
