import { expect, test } from 'vitest';
import { dismissUnanswered } from '../../../src/requests/unanswered/teach.ts';
import { findUnanswered, listUnanswered } from '../../../src/requests/unanswered/unanswered.ts';
import { FULL, outOfOrder } from '../kept-answers.ts';
import { GUILD, queueScene } from '../queue.ts';
import { member, moderator } from '../requesters.ts';

const PETS = 'May I bring my poodle along to the top?';
const here = { requester: moderator, guildId: GUILD };

test('what asks the same is one entry, as it was put last, most often asked first', async () => {
  const scene = await queueScene();
  await scene.unknown('Is there a lift?');
  await scene.unknown(PETS.toUpperCase());
  await scene.unknown('Are there lockers in 2017?');
  await scene.unknown('may i brng my poodl along to the top', { askerId: 'max' });
  await scene.unknown('Are there lockers in 2018?');
  await scene.unknown(PETS);
  const entries = await listUnanswered(scene, here);
  expect(entries.map(({ phrasing, asked }) => [phrasing, asked.map(({ id }) => id)])).toEqual([
    [PETS, ['id5', 'id3', 'id1']],
    ['Are there lockers in 2018?', ['id4']],
    ['Are there lockers in 2017?', ['id2']],
    ['Is there a lift?', ['id0']],
  ]);
  expect(entries[0]?.id).toBe('id5');
  for (const askedId of ['id5', 'id1'])
    expect((await findUnanswered(scene, { ...here, askedId })).asked).toHaveLength(3);
});

test('what asks the same as two that do not belongs to one entry, opened and dismissed as it is listed', async () => {
  const scene = await queueScene();
  const [third, second, first] = ['Is zorblaxim open?', 'Is zorblaxin open?', 'Is zorblaxen open?'] as const;
  for (const question of [third, second, first]) await scene.unknown(question);
  const entries = await listUnanswered(scene, here);
  const phrasings = entries.map(({ asked }) => asked.map(({ question }) => question));
  expect(phrasings).toEqual([[first, second], [third]]);
  for (const entry of entries)
    for (const { id: askedId } of entry.asked)
      expect(await findUnanswered(scene, { ...here, askedId })).toEqual(entry);
  await dismissUnanswered(scene, { ...here, askedId: entries[1]?.id ?? '' });
  expect(await listUnanswered(scene, here)).toEqual(entries.slice(0, 1));
});

test('what leant on another question is listed in full; what was corrected, or may hold words that not all may read, as it was typed', async () => {
  const scene = await queueScene();
  await scene.unknown('and in winter?', { understoodAs: 'When does it open in winter?' });
  await scene.unknown('Is there a carpark?', { understoodAs: 'Is there a car?' });
  await scene.unknown('and the guard?', { understoodAs: 'Who guards the vault?', isLimited: true });
  const entries = await listUnanswered(scene, here);
  expect(entries.map(({ phrasing }) => phrasing)).toEqual([
    'and the guard?',
    'Is there a carpark?',
    'When does it open in winter?',
  ]);
});

test('nobody but a moderator sees it, nor anything of another server', async () => {
  const scene = await queueScene();
  await scene.unknown(PETS, { guildId: 'other' });
  await scene.unknown(PETS, { guildId: null });
  expect(await listUnanswered(scene, here)).toEqual([]);
  await expect(findUnanswered(scene, { ...here, askedId: 'id0' })).rejects.toMatchObject({ code: 'settled' });
  const asMember = { ...here, requester: member };
  await expect(listUnanswered(scene, asMember)).rejects.toMatchObject({ code: 'not-a-moderator' });
  const found = findUnanswered(scene, { ...asMember, askedId: 'id0' });
  await expect(found).rejects.toMatchObject({ code: 'not-a-moderator' });
});

test('what has no words any more cannot be dealt with', async () => {
  const scene = await queueScene();
  await scene.unknown(PETS);
  await scene.store.forgetting.forgetTexts(Number.MAX_SAFE_INTEGER);
  expect(await listUnanswered(scene, here)).toEqual([]);
});

test('a store that cannot be read is a refusal', async () => {
  const { knowledge } = await queueScene();
  const asked = { ...outOfOrder.asked, listUnanswered: () => Promise.reject(FULL) };
  const listed = listUnanswered({ knowledge, store: { ...outOfOrder, asked } }, here);
  await expect(listed).rejects.toMatchObject({ code: 'not-kept', cause: FULL });
});

test('very long questions, and ones without a word, are entries of their own', async () => {
  const scene = await queueScene();
  for (const question of ['a '.repeat(2000), 'a '.repeat(1999), '@everyone', '🦊'])
    await scene.unknown(question);
  expect(await listUnanswered(scene, here)).toHaveLength(4);
});
