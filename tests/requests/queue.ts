import { onTestFinished } from 'vitest';
import { KeyedLock } from '../../src/kit/serial-work.ts';
import { OverlayContents } from '../../src/serving/overlay-contents.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { NewQuestionRecord } from '../../src/store/records/asked.ts';
import { factIdIn, serviceOver } from '../serving/serving-scene.ts';
import { askedThere } from './kept-answers.ts';
import { anybody } from './requesters.ts';

/** The server that moderators of the tests moderate. */
export const GUILD = 'guild';

const FILES = {
  'tower.txt': 'The tower\n\nThe tower was built in 1900. Dogs wait outside with the guard.\n',
};

/** An article, a store whose clock goes on by a second with each question, and what was asked without an answer. */
export async function queueScene() {
  let ids = 0;
  let seconds = 0;
  const overlays = new OverlayContents(
    await openStore({
      url: ':memory:',
      now: () => new Date(1000 * seconds++),
      newId: () => `id${ids++}`,
    }),
  );
  const { store } = overlays;
  onTestFinished(() => store.close());
  const knowledge = await serviceOver(FILES, {
    overlays,
    onStoreError: () => {},
  });
  return {
    knowledge,
    store,
    locks: new KeyedLock(),
    askerAccess: anybody,
    factId: (text: string): string => factIdIn(FILES, text),
    unknown: (question: string, differing: Partial<NewQuestionRecord> = {}) =>
      store.asked.record(askedThere({ question, outcome: 'unknown', ...differing })),
    answerIn: (guildId: string, question: string) => knowledge.run(guildId, 'ask', { question }),
  };
}
