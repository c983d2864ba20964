import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptByFirst, startedScene } from '../end-to-end/scene.ts';
import type { Exhibit, PlayedExhibit } from './exhibit.ts';
import { answers } from './exhibits/answers.ts';
import { buttons } from './exhibits/buttons.ts';
import { doors } from './exhibits/doors.ts';
import { keeping } from './exhibits/keeping.ts';
import { languages } from './exhibits/languages.ts';
import { moderation } from './exhibits/moderation.ts';
import { passages } from './exhibits/passages.ts';
import { settings } from './exhibits/settings.ts';
import { bundledScript } from './page/bundled-script.ts';
import { namesOf } from './page/names.ts';
import { galleryPage } from './page/page.ts';

import { takePictures } from './pictures/take-pictures.ts';
import { Stage } from './stage.ts';

const OUT = join(import.meta.dirname, 'out');
const EXHIBITS: readonly Exhibit[] = [
  ...answers,
  ...passages,
  ...doors,
  ...buttons,
  ...languages,
  ...moderation,
  ...keeping,
  ...settings,
];

/** Not a test of anything but that every reply is one that Discord would take: that is what the scene fails for. */
test('the gallery is made from what the bot sends', async () => {
  const scene = await startedScene({ articles: await articles(), env: keptByFirst, expectedFailures: 1 });
  const stage = new Stage(scene);
  const played = await playAll(stage);
  expect(played).toHaveLength(EXHIBITS.length);
  const names = namesOf(stage.discord, stage.visitors);
  const page = join(OUT, 'index.html');
  await mkdir(OUT, { recursive: true });
  await writeFile(page, galleryPage(played, { names, script: await bundledScript() }));
  console.log(`${played.length} kinds of reply: ${page}`);
  if (process.env['GALLERY_PICTURES'] !== undefined) console.log(await takePictures(page, OUT));
});

async function articles(): Promise<Readonly<Record<string, string>>> {
  return {
    'russian-fcs-meeting.md': await read('../../knowledge/russian-fcs-meeting.md'),
    'library.md': await read('articles/library.md'),
    'minecraft.md': await read('articles/minecraft.md'),
    'hostile.md': await read('articles/hostile.md'),
    'east.md': lighthouse('East', 1871),
    'west.md': lighthouse('West', 1904),
    'opening-hours.txt': 'Opening hours of the kiosk\n\nThe kiosk is open in summer.\n',
  };
}

/** Two of them are about as good an answer. */
function lighthouse(name: string, year: number): string {
  return `---\ntitle: The ${name} lighthouse\n---\n\nThe lighthouse was built in ${year}. It is white.\n`;
}

function read(path: string): Promise<string> {
  return readFile(join(import.meta.dirname, path), 'utf8');
}

/** One after the other: each may change what the next one finds. */
async function playAll(stage: Stage): Promise<readonly PlayedExhibit[]> {
  const played: PlayedExhibit[] = [];
  for (const { play, ...told } of EXHIBITS) played.push({ ...told, shown: await play(stage) });
  return played;
}
