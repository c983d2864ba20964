import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NO_ACCESS } from '../../../src/knowledge/article/limits.ts';
import { findSurroundings } from '../../../src/requests/kit/show-fact.ts';
import { locateFact } from '../../../src/serving/asking/surroundings.ts';
import { factIdIn, servedFrom, serviceOver } from '../serving-scene.ts';

const NOTES = 'Notes\n\nOne stands alone.\n\nTwo begins. Two goes on. Two ends.\n\nThree is last.\n';
const FILES = { 'notes.txt': NOTES };
const served = servedFrom(FILES, { refreshedAt: new Date(5) });

const around = (text: string) => locateFact(served, factIdIn(FILES, text));

test('a fact stands in its line, between those above and below', () => {
  const found = around('Two goes on.');
  expect(found).toMatchObject({
    article: { title: 'Notes' },
    fact: { text: 'Two goes on.' },
    ownIndex: 1,
    refreshedAt: new Date(5),
  });
  expect(found?.lines.map(({ text, answer }) => [text, answer])).toEqual([
    ['One stands alone.', null],
    ['Two begins. Two goes on. Two ends.', { start: 12, end: 24 }],
    ['Three is last.', null],
  ]);
});

const MINECRAFT = {
  'minecraft.md': readFileSync(join(import.meta.dirname, '../../gallery/articles/minecraft.md'), 'utf8'),
};

test.each([
  ['Play for two hours.', ['1. ', '2. ', '  - ', '3. '], 1],
  ['Baritone', ['', '- ', '- ', '- ', '- '], 2],
])('around %j its whole section stands, with its marks', (...[text, markers, own]) => {
  const found = locateFact(servedFrom(MINECRAFT), factIdIn(MINECRAFT, text));
  expect(found?.lines.map(({ marker }) => marker)).toEqual(markers);
  expect(found?.ownIndex).toBe(own);
});

test('a row stands among the others with its header', () => {
  const found = locateFact(servedFrom(MINECRAFT), factIdIn(MINECRAFT, 'Gold | 10 € | 6'));
  const rows = found?.lines.map(({ text }) => text);
  expect(rows?.slice(-3)).toEqual([
    'Rank: Silver · Price: 5 € · Homes: 3',
    'Rank: Gold · Price: 10 € · Homes: 6',
    'Rank: Diamond · Price: 25 € · Homes: 12',
  ]);
  expect(rows?.[found?.ownIndex ?? 0]).toContain('Gold');
});

test('a fact alone in its section stands among the sections beside', () => {
  const files = { 'a.md': '# A\n\n## One\n\nFirst.\n\n## Two\n\nSecond.\n\n## Three\n\nThird.\n' };
  const found = locateFact(servedFrom(files), factIdIn(files, 'Second.'));
  expect(found?.lines.map(({ text }) => text)).toEqual(['First.', 'Two', 'Second.', 'Three', 'Third.']);
  expect(found?.ownIndex).toBe(2);
});

test('no more of a section is given than is shown, what is nearest to the fact', () => {
  const long = 'a'.repeat(20_000);
  const files = { 'long.txt': `Long\n\n${long}b.\n\nIt is short.\n\nC${long}.\n` };
  const found = locateFact(servedFrom(files), factIdIn(files, 'It is short.'));
  expect(found?.lines.map(({ text }) => text.length)).toEqual([5000, 12, 5000]);
  expect(found?.lines[0]?.text).toMatch(/^a+b\.$/);
  expect(found?.lines[2]?.text).toMatch(/^Ca+$/);
});

test.each(['', 'nothing', 'constructor'])('a fact with the id %j is gone', async (factId) => {
  expect(locateFact(served, factId)).toBeNull();
  const service = await serviceOver(FILES);
  const wanted = { factId, readers: NO_ACCESS };
  await expect(findSurroundings(service, null, wanted)).rejects.toMatchObject({ code: 'passage-gone' });
});
