import { expect, test } from 'vitest';
import { previewEdit } from '../../../src/requests/unanswered/edit-preview.ts';
import { askedThere } from '../kept-answers.ts';
import { GUILD, queueScene } from '../queue.ts';
import { member, moderator } from '../requesters.ts';

const PATH = 'server/hours.txt';
const here = { requester: moderator, guildId: GUILD, path: PATH };
const hours = (hour: string): string => `Hours\n\nThe café opens at ${hour}.\n`;

const onStoreError = (error: Error): never => {
  throw error;
};

/** A server with an article of its own, whose clock goes on by so many milliseconds with each look. */
async function editedScene(stepMs = 0) {
  const scene = await queueScene();
  await scene.store.serverValues.change(GUILD, 'theo', [
    { kind: 'article', name: PATH, value: hours('nine') },
  ]);
  let clockMs = 0;
  const nowMs = (): number => (clockMs += stepMs);
  return { ...scene, nowMs, onStoreError };
}

test('shows the answers that another text would change, the open questions that it would answer, and changes nothing', async () => {
  const scene = await editedScene();
  for (const question of ['When does the café open?', 'When was the tower built?'])
    await scene.store.asked.record(askedThere({ question }));
  await scene.unknown('Who is the cook?');
  await scene.unknown('What is a zebra?');
  const text = `${hours('ten')}\nThe cook is Lena.\n`;
  const preview = await previewEdit(scene, { ...here, text });
  expect(preview).toMatchObject({
    isComplete: true,
    changedAnswers: [
      {
        question: 'When does the café open?',
        before: { text: expect.stringContaining('at nine') },
        after: { text: expect.stringContaining('at ten') },
      },
    ],
    newlyAnswered: [{ question: 'Who is the cook?', before: null }],
  });
  const reply = await scene.answerIn(GUILD, 'When does the café open?');
  expect(reply.matches[0]?.fact.text).toContain('nine');
  // A second trial is not answered from the first.
  const same = await previewEdit(scene, { ...here, text: hours('nine') });
  expect([same.changedAnswers, same.newlyAnswered]).toEqual([[], []]);
});

test('asks at most fifty questions, and stops when time is up', async () => {
  const scene = await editedScene();
  for (let n = 0; n < 40; n++)
    await scene.store.asked.record(askedThere({ question: `When does café ${n} open?` }));
  for (let n = 0; n < 30; n++) await scene.unknown(`Who is cook number ${n}?`);
  const asked: string[] = [];
  const { knowledge } = scene;
  const counting = {
    ...scene,
    knowledge: {
      run: knowledge.run.bind(knowledge),
      runAside: knowledge.runAside.bind(knowledge),
      mayReadLimited: knowledge.mayReadLimited.bind(knowledge),
      createTrial: knowledge.createTrial.bind(knowledge),
      runTrial: ((trial, name, input, readers) => {
        asked.push(name);
        return knowledge.runTrial(trial, name, input, readers);
      }) satisfies typeof knowledge.runTrial,
    },
  };
  await previewEdit(counting, { ...here, text: hours('ten') });
  expect(asked.filter((job) => job === 'ask')).toHaveLength(50);
  const hasty = await editedScene(4_000);
  await hasty.store.asked.record(askedThere({ question: 'When does the café open?' }));
  await hasty.store.asked.record(askedThere({ question: 'At what time does the café open?' }));
  const { isComplete, changedAnswers } = await previewEdit(hasty, { ...here, text: hours('ten') });
  expect(isComplete).toBe(false);
  expect(changedAnswers.length).toBeLessThan(2);
});

test('two who preview at once each get what their own text would change, where articles are limited too', async () => {
  const scene = await editedScene();
  await scene.store.serverValues.change(GUILD, 'theo', [
    {
      kind: 'article',
      name: 'server/vault.md',
      value: '---\nchannels: [help]\n---\nThe vault holds gold.\n',
    },
  ]);
  const opening = { lobby: 'When does the café open?', help: 'At what time does the café open?' };
  for (const [channelId, question] of Object.entries(opening))
    await scene.store.asked.record(askedThere({ question, channelId }));
  await scene.store.asked.record(askedThere({ question: 'What does the vault hold?', channelId: 'help' }));
  const askerAccess = {
    readChannelAccess: ({ channelId }: { readonly channelId: string }) => ({
      channels: [channelId],
      roles: [],
    }),
  };
  const preview = (hour: string) => previewEdit({ ...scene, askerAccess }, { ...here, text: hours(hour) });
  for (const [index, each] of (await Promise.all([preview('ten'), preview('eleven')])).entries()) {
    expect(each.isComplete).toBe(true);
    const after = expect.stringContaining(index === 0 ? 'at ten' : 'at eleven');
    expect(each.changedAnswers).toMatchObject([{ after: { text: after } }, { after: { text: after } }]);
  }
});

test('is for moderators', async () => {
  const scene = await editedScene();
  const preview = previewEdit(scene, { ...here, requester: member, text: hours('ten') });
  await expect(preview).rejects.toMatchObject({ code: 'not-a-moderator' });
});
