import { expect, test } from 'vitest';
import { ServedKnowledge } from '../../src/requests/served-knowledge.ts';
import { surroundings } from '../../src/requests/surroundings.ts';
import { temporaryFolder } from '../knowledge/temporary-folder.ts';
import { models } from '../models.ts';

const NOTES = 'Notes\n\nOne stands alone.\n\nTwo begins. Two goes on. Two ends.\n\nThree is last.\n';

async function opened(): Promise<ServedKnowledge> {
  const folder = await temporaryFolder({ 'notes.txt': NOTES });
  return ServedKnowledge.open({ folder, models, now: () => new Date(5) });
}

function idOf({ current }: ServedKnowledge, text: string): string {
  return current.base.facts.find((fact) => fact.text === text)?.id ?? '';
}

test('a fact stands in its paragraph, between the one before and the one behind', async () => {
  const knowledge = await opened();
  expect(surroundings(knowledge.current, idOf(knowledge, 'Two goes on.'))).toMatchObject({
    article: { title: 'Notes' },
    fact: { text: 'Two goes on.' },
    paragraphBefore: 'One stands alone.',
    before: 'Two begins. ',
    after: ' Two ends.',
    paragraphAfter: 'Three is last.',
    refreshedAt: new Date(5),
  });
});

test('nothing stands before the first fact, nor behind the last', async () => {
  const knowledge = await opened();
  const first = surroundings(knowledge.current, idOf(knowledge, 'One stands alone.'));
  expect(first).toMatchObject({ paragraphBefore: null, before: '', after: '' });
  const last = surroundings(knowledge.current, idOf(knowledge, 'Three is last.'));
  expect(last).toMatchObject({ before: '', after: '', paragraphAfter: null });
});

test.each(['', 'nothing', 'constructor'])('a fact with the id %j is gone', async (id) => {
  const knowledge = await opened();
  expect(() => surroundings(knowledge.current, id)).toThrow(
    expect.objectContaining({ code: 'passage-gone' }),
  );
});
