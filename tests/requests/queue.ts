import { readFiles } from '../../src/knowledge/read-knowledge.ts';
import { ask } from '../../src/requests/ask.ts';
import { GuildKnowledge } from '../../src/requests/guild-knowledge.ts';
import { ServedKnowledge } from '../../src/requests/served-knowledge.ts';
import type { NewAsked } from '../../src/store/asked.ts';
import { openStore } from '../../src/store/open-store.ts';
import { temporaryFolder } from '../knowledge/temporary-folder.ts';
import { models } from '../models.ts';
import { askedThere } from './kept-answers.ts';

/** The server that moderators of the tests moderate. */
export const GUILD = 'guild';

/** An article, a store whose clock goes on by a second with each question, and what was asked without an answer. */
export async function queueScene() {
  const folder = await temporaryFolder({
    'tower.txt': 'The tower\n\nThe tower was built in 1900. Dogs wait outside with the guard.\n',
  });
  const shared = await ServedKnowledge.open({ folder, models, now: () => new Date(0) });
  let ids = 0;
  let seconds = 0;
  const store = await openStore({
    url: ':memory:',
    now: () => new Date(1000 * seconds++),
    newId: () => `id${ids++}`,
  });
  const knowledge = new GuildKnowledge({
    shared,
    store,
    read: async (files) => readFiles(files),
    now: () => new Date(0),
    onNotKept: () => {},
  });
  return {
    knowledge,
    store,
    factId: (text: string): string => shared.current.base.facts.find((fact) => fact.text === text)?.id ?? '',
    unknown: (question: string, differing: Partial<NewAsked> = {}) =>
      store.asked.record(askedThere({ question, outcome: 'unknown', ...differing })),
    answerIn: async (guildId: string, question: string) => ask(await knowledge.in(guildId), { question }),
  };
}
