import { expect, test } from 'vitest';
import { findSurroundings } from '../../src/requests/find-surroundings.ts';
import { surroundings } from '../../src/serving/surroundings.ts';
import { factIdIn, servedFrom, serviceOver } from './serving-scene.ts';

const NOTES = 'Notes\n\nOne stands alone.\n\nTwo begins. Two goes on. Two ends.\n\nThree is last.\n';
const FILES = { 'notes.txt': NOTES };
const served = servedFrom(FILES, { refreshedAt: new Date(5) });

const around = (text: string) => surroundings(served, factIdIn(FILES, text));

test('a fact stands in its paragraph, between the one before and the one behind', () => {
  expect(around('Two goes on.')).toMatchObject({
    article: { title: 'Notes' },
    fact: { text: 'Two goes on.' },
    paragraphBefore: 'One stands alone.',
    before: 'Two begins. ',
    after: ' Two ends.',
    paragraphAfter: 'Three is last.',
    refreshedAt: new Date(5),
  });
});

test('nothing stands before the first fact, nor behind the last', () => {
  expect(around('One stands alone.')).toMatchObject({ paragraphBefore: null, before: '', after: '' });
  expect(around('Three is last.')).toMatchObject({ before: '', after: '', paragraphAfter: null });
});

test('no more of a paragraph is given than is shown, what is nearest to the fact', () => {
  const long = 'a'.repeat(20_000);
  const files = { 'long.txt': `Long\n\n${long}b.\n\nIt is short.\n\nC${long}.\n` };
  const found = surroundings(servedFrom(files), factIdIn(files, 'It is short.'));
  expect(found?.paragraphBefore).toMatch(/^a{9998}b\.$/);
  expect(found?.paragraphAfter).toMatch(/^Ca{9999}$/);
});

test.each(['', 'nothing', 'constructor'])('a fact with the id %j is gone', async (factId) => {
  expect(surroundings(served, factId)).toBeNull();
  const service = await serviceOver(FILES);
  await expect(findSurroundings(service, null, factId)).rejects.toMatchObject({ code: 'passage-gone' });
});
