import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSets } from '../../../../src/measuring/evaluation/formats/load-sets.ts';
import { temporaryFolder } from '../../../knowledge/temporary-folder.ts';
import { textsOf } from '../evaluate.ts';
import { CAMP_FILES } from '../natural/camp.ts';
import { EASY, TINY } from '../tiny-set.ts';

const FILES = textsOf({
  'plain/b.json': EASY,
  'plain/a.json': TINY,
  'questions.json': { name: 'faq', files: [] },
  'natural/README.md': 'no set',
  'natural/camp-2.tsv': 'rules.md\t3-5\t\tlist\tdrones?',
  'natural/camp-2.meta.json': { kind: 'camp' },
  'natural/camp-2/rules.md': CAMP_FILES['camp/rules.md'],
  ...Object.fromEntries(Object.entries(CAMP_FILES).map(([path, content]) => [`natural/${path}`, content])),
});

async function namesAt(path: string) {
  const sets = await loadSets(join(await temporaryFolder(FILES), path));
  return { natural: namesOf(sets.natural), faq: namesOf(sets.faq), plain: namesOf(sets.plain) };
}

function namesOf(sets: readonly { readonly name: string }[]): readonly string[] {
  return sets.map(({ name }) => name);
}

describe('the sets', () => {
  test.each([
    ['', { natural: ['camp-2', 'camp'], faq: ['questions'], plain: ['tiny', 'easy'] }],
    ['natural', { natural: ['camp-2', 'camp'], faq: [], plain: [] }],
    ['natural/camp-2', { natural: ['camp-2'], faq: [], plain: [] }],
    ['natural/camp.json', { natural: ['camp'], faq: [], plain: [] }],
    ['natural/camp', { natural: ['camp'], faq: [], plain: [] }],
    ['plain/b.json', { natural: [], faq: [], plain: ['easy'] }],
  ])('at “%s” are found by kind', async (path, expected) => {
    expect(await namesAt(path)).toEqual(expected);
  });

  test.each([
    ['none.json', /There is no file or folder “.*none\.json”\. Name a question set/],
    ['broken', /broken\/set\.json” is not a question set/],
    ['other.json', /other\.json” is not a question set: questions: Invalid input: expected array/],
    ['texts', /There is no question set in .*texts/],
  ])('at “%s” are refused where there are none', async (path, message) => {
    const folder = await temporaryFolder({
      'broken/set.json': '{',
      'other.json': '{"name": "x"}',
      'texts/a.txt': '',
    });
    await expect(loadSets(join(folder, path))).rejects.toMatchObject({
      code: 'unusable-arguments',
      message: expect.stringMatching(message),
    });
  });
});
