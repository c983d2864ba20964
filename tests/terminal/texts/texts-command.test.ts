import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { TextsArguments } from '../../../src/terminal/texts/texts-arguments.ts';
import { runTexts } from '../../../src/terminal/texts/texts-command.ts';
import * as catalogues from '../../../src/wording/catalogues.ts';
import { flattenTexts } from '../../../src/wording/kit/check-translation.ts';
import { temporaryFolder } from '../../knowledge/temporary-folder.ts';

let folder = '';
beforeEach(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder, 'wording'));
});

async function run(wanted: TextsArguments): Promise<{ readonly status: number; readonly told: string }> {
  const output = new PassThrough();
  const status = await runTexts(wanted, { wording: join(folder, 'wording'), output });
  output.end();
  return { status, told: await readAll(output) };
}

const at = (name: string): string => join(folder, name);
const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(at(name), 'utf8'));
const write = (name: string, texts: unknown) => writeFile(at(name), JSON.stringify(texts));
const importAs = (language: string) => run({ action: 'import', language, file: at('in.json') });

describe('a language that is new', () => {
  test('is exported with its texts empty and the English ones beside', async () => {
    const { status, told } = await run({ action: 'export', language: 'it', file: at('it.json') });
    expect(status).toBe(0);
    expect(told).toContain(at('en.json'));
    expect(await read('en.json')).toEqual(catalogues.en);
    const exported = flattenTexts(await read('it.json'));
    expect([...exported.keys()]).toEqual([...flattenTexts(catalogues.en).keys()]);
    expect(new Set(exported.values())).toEqual(new Set(['']));
  });

  test('is imported in the order of the English texts, and the line that offers it is told', async () => {
    await write('in.json', Object.fromEntries(Object.entries(catalogues.de).toReversed()));
    const { status, told } = await importAs('nl-BE');
    expect(status).toBe(0);
    expect(told).toContain("export { default as 'nl-BE' } from './flemish/texts.json'");
    const written = await readFile(at('wording/flemish/texts.json'), 'utf8');
    expect(JSON.parse(written)).toEqual(catalogues.de);
    expect(written.startsWith('{\n  "answer": {\n')).toBe(true);
    expect(await run({ action: 'check' })).toMatchObject({
      status: 1,
      told: expect.stringContaining('flemish: not offered'),
    });
  });
});

describe('a language that is there', () => {
  test('comes back as it was', async () => {
    await write('in.json', catalogues.de);
    expect((await importAs('de')).told).not.toContain('catalogues.ts');
    await run({ action: 'export', language: 'de', file: at('out.json') });
    expect(await read('out.json')).toEqual(catalogues.de);
  });

  test('is not imported while a text is wrong; each is named with what to do', async () => {
    const { buttons, ...others } = catalogues.de;
    await write('in.json', {
      ...others,
      buttons: { ...buttons, undo: '', again: 'Wiederholen' },
      extra: 'x',
    });
    expect(await importAs('de')).toEqual({
      status: 1,
      told: [
        '  buttons.undo: is missing. Translate “Undo”.',
        '  buttons.again: does not exist in English. Delete it.',
        '  extra: does not exist in English. Delete it.',
        '',
        `Nothing was imported. Correct 3 mistakes in ${at('in.json')} first.`,
        '',
      ].join('\n'),
    });
    await expect(read('wording/german/texts.json')).rejects.toThrow('ENOENT');
  });
});

test('check tells of each language whether it is complete', async () => {
  const { status, told } = await run({ action: 'check' });
  expect(status).toBe(1);
  expect(told).toContain('en (english): complete');
  expect(told).toMatch(/^de \(german\): \d+ mistakes to correct$/m);
  expect(told).toMatch(
    /^ {2}buttons: is missing with its \d+ texts\. Copy it from en\.json, and translate it\.$/m,
  );
});

test('every language of the interface is complete in its folder', async () => {
  const output = new PassThrough();
  expect(await runTexts({ action: 'check' }, { wording: 'src/wording', output })).toBe(0);
});

test('English is exported, and never imported', async () => {
  await run({ action: 'export', language: 'en', file: at('english.json') });
  expect(await read('english.json')).toEqual(catalogues.en);
  await write('in.json', catalogues.en);
  await expect(importAs('en')).rejects.toThrow('English is the source');
});

test.each([
  [
    '{\n  "answer": x\n}',
    /in\.json is not valid JSON: line 2, column 13: Unexpected token 'x'\. Check the commas/,
  ],
  [null, /^There is no file .+in\.json\. Check its name\.$/],
  ['[]', /in\.json holds no texts\. It must be an object with the same groups as en\.json\.$/],
  ['"x"', /holds no texts/],
])('a file that holds %j is refused in one line', async (content, words) => {
  if (content !== null) await writeFile(at('in.json'), content);
  const importing = importAs('de');
  await expect(importing).rejects.toThrow(words);
  await expect(importing).rejects.toMatchObject({ code: 'unusable-arguments' });
});

test('a folder is refused, for import and export', async () => {
  await expect(run({ action: 'import', language: 'de', file: folder })).rejects.toThrow('is a folder');
  await expect(run({ action: 'export', language: 'nl', file: folder })).rejects.toThrow(
    `${folder} is a folder. Name a file in it.`,
  );
});

test('an export into a folder that does not exist is refused', async () => {
  const exporting = run({ action: 'export', language: 'nl', file: at('none/nl.json') });
  await expect(exporting).rejects.toThrow(`There is no folder ${at('none')}. Create it, or choose another.`);
});

test('a text in the place of a group is one mistake, and so is a missing group', async () => {
  const { buttons, ...others } = catalogues.de;
  await write('in.json', { ...others, answer: 'x' });
  const { told } = await importAs('de');
  expect(told.split('\n').slice(0, -3)).toEqual([
    '  answer: must be a group of texts in braces, as in en.json.',
    `  buttons: is missing with its ${Object.keys(buttons).length} texts. Copy it from en.json, and translate it.`,
  ]);
});

test('an import says which language it replaces, and how many texts have changed', async () => {
  await write('in.json', catalogues.de);
  await importAs('de');
  const total = flattenTexts(catalogues.en).size;
  expect((await importAs('de')).told).toMatch(
    new RegExp(`^Replaced German: no text has changed of ${total}\\. Wrote `),
  );
  const { buttons } = catalogues.de;
  await write('in.json', { ...catalogues.de, buttons: { ...buttons, undo: 'Zurück' } });
  expect((await importAs('de')).told).toContain(`Replaced German: 1 text has changed of ${total}.`);
});

test('an import of the texts of another language says so', async () => {
  await write('in.json', catalogues.fr);
  expect((await importAs('de')).told).toContain(
    'Most of these texts are those of French. If that is not meant, import the right file as German again.',
  );
});

test('an export overwrites an en.json only where that holds the English texts', async () => {
  const wanted = { action: 'export', language: 'de', file: at('de.json') } as const;
  await run(wanted);
  expect((await run(wanted)).status).toBe(0);
  await write('en.json', { mine: 'x' });
  await expect(run(wanted)).rejects.toThrow(/en\.json is not the English texts of this version/);
  expect(await read('en.json')).toEqual({ mine: 'x' });
});

test('an export never overwrites the English texts beside it', async () => {
  const wanted = { action: 'export', language: 'de', file: at('en.json') } as const;
  await expect(run(wanted)).rejects.toThrow('Choose another file name');
});
