import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/open-store.ts';
import type { QuestionFilter } from '../../../src/store/records/asked-queries.ts';
import { asking, counting, opened, START } from '../scene.ts';

async function listQuestions(asked: Store['asked'], where: QuestionFilter): Promise<readonly string[]> {
  return (await asked.listAnsweredPhrasings(where)).map(({ question }) => question);
}

/** Tests which phrasings every kind of store offers as suggestions. `freshUrl` gives the address of a store that is empty. */
export function describePhrasings(kind: string, freshUrl: () => Promise<string>): void {
  const freshStore = async (): Promise<Store> => opened(await freshUrl());

  describe(`the phrasings answered, from ${kind}`, () => {
    const here = { guildId: 'guild-1', limit: 10 };

    test('are none where nothing was asked', async () => {
      const { asked } = await freshStore();
      expect(await listQuestions(asked, here)).toEqual([]);
    });

    test('come commonest first, then latest, each once in its latest spelling', async () => {
      const { asked } = await freshStore();
      for (const question of ['how MANY  offices', 'Where?', 'When?', 'How many offices?', 'Who?']) {
        await asked.record(asking(question));
      }
      expect(await listQuestions(asked, here)).toEqual(['How many offices?', 'Who?', 'When?', 'Where?']);
      expect(await listQuestions(asked, { ...here, limit: 2 })).toEqual(['How many offices?', 'Who?']);
    });

    test('tell the fact that answered last, and leave out what a limited article answered', async () => {
      const { asked } = await freshStore();
      await asked.record(asking('How many?', { factId: 'first' }));
      await asked.record(asking('how many', { factId: 'second' }));
      await asked.record(asking('Who?', { isLimited: true }));
      expect(await asked.listAnsweredPhrasings(here)).toEqual([{ question: 'how many', factId: 'second' }]);
    });

    test('come latest first where the clock stood still, the later id winning a tie in spelling', async () => {
      const { asked } = await opened(await freshUrl(), { ...counting(), now: () => START });
      await asked.record(asking('how many'));
      await asked.record(asking('How many?'));
      expect(await listQuestions(asked, here)).toEqual(['How many?']);
    });

    test('find each time that a question was asked in these words, latest first, private ones too', async () => {
      const { asked } = await freshStore();
      const first = await asked.record(asking('how MANY  offices'));
      const second = await asked.record({ ...asking('How many offices?'), isAskedPrivately: true });
      await asked.record({ ...asking('How many offices?'), guildId: 'guild-2' });
      await asked.record(asking('How many'));
      const found = await asked.listAskedAs('How many offices', here);
      expect(found.map(({ id }) => id)).toEqual([second.id, first.id]);
      expect(await asked.listAskedAs('How many offices', { ...here, limit: 1 })).toEqual([second]);
    });

    test('are told whole as well, latest first, private ones and those of other servers left out', async () => {
      const { asked } = await freshStore();
      await asked.record(asking('how many'));
      await asked.record(asking('Where?', { understoodAs: 'Where is it?' }));
      await asked.record(asking('secret', { isAnsweredPrivately: true }));
      await asked.record(asking('there', { guildId: 'guild-2' }));
      await asked.record(asking('unknown', { outcome: 'unknown' }));
      const latest = await asked.record(asking('How many?'));
      const answered = await asked.listLastAnswered(here);
      expect(answered.map(({ question }) => question)).toEqual(['How many?', 'Where?']);
      expect(answered[0]).toEqual(latest);
      expect(await asked.listLastAnswered({ ...here, limit: 1 })).toEqual([latest]);
    });

    test('never hold what was withdrawn by its message', async () => {
      const { asked } = await freshStore();
      const { id } = await asked.record(asking('rude'));
      await asked.record(asking('kind'));
      await asked.recordMessage(id, 'message-1');
      await asked.withdraw('message-1');
      await asked.withdraw('message-2');
      expect(await listQuestions(asked, here)).toEqual(['kind']);
      expect(await asked.find(id)).toMatchObject({
        question: 'rude',
        isAnsweredPrivately: false,
        isWithdrawn: true,
      });
    });

    test('never hold a private one, nor one that was not answered', async () => {
      const { asked } = await freshStore();
      await asked.record(asking('secret', { isAnsweredPrivately: true }));
      await asked.record(asking('close', { outcome: 'unsure' }));
      await asked.record(asking('foreign', { outcome: 'unknown' }));
      expect(await listQuestions(asked, here)).toEqual([]);
    });

    test('leave out what was voted not helpful more often than helpful, over all who asked it', async () => {
      const { asked, votes } = await freshStore();
      const first = await asked.record(asking('How many?'));
      const second = await asked.record(asking('how many'));
      await votes.cast({ askedId: first.id, voterId: 'a', isHelpful: false });
      expect(await listQuestions(asked, here)).toEqual([]);
      await votes.cast({ askedId: second.id, voterId: 'a', isHelpful: true });
      expect(await listQuestions(asked, here)).toEqual(['how many']);
    });

    test('are those of one server, or of direct messages', async () => {
      const { asked } = await freshStore();
      await asked.record(asking('here'));
      await asked.record(asking('there', { guildId: 'guild-2' }));
      await asked.record(asking('between us', { guildId: null }));
      expect(await listQuestions(asked, here)).toEqual(['here']);
      expect(await listQuestions(asked, { guildId: 'guild-2', limit: 10 })).toEqual(['there']);
      expect(await listQuestions(asked, { guildId: null, limit: 10 })).toEqual(['between us']);
      expect(await listQuestions(asked, { guildId: 'null', limit: 10 })).toEqual([]);
    });

    test('are those that counting by hand gives', async () => {
      const events = fc.array(
        fc.record({
          question: fc.constantFrom('a', 'A?', 'b', 'B !', 'c'),
          outcome: fc.constantFrom('answered', 'unsure', 'unknown'),
          guildId: fc.constantFrom('guild-1', 'guild-2', null),
          isAskedPrivately: fc.boolean(),
          isAnsweredPrivately: fc.boolean(),
          isInHiddenChannel: fc.boolean(),
          votes: fc.array(fc.boolean(), { maxLength: 3 }),
        }),
        { maxLength: 20 },
      );
      await fc.assert(
        fc.asyncProperty(events, fc.constantFrom('guild-1', null), async (given, guildId) => {
          const { asked, votes } = await freshStore();
          for (const { votes: cast, ...differing } of given) {
            const { id } = await asked.record(asking(differing.question, differing));
            for (const [voter, isHelpful] of cast.entries())
              await votes.cast({ askedId: id, voterId: `v${voter}`, isHelpful });
          }
          expect(await listQuestions(asked, { guildId, limit: 10 })).toEqual(countedByHand(given, guildId));
        }),
        { numRuns: 25 },
      );
    });
  });
}

interface Event {
  readonly question: string;
  readonly outcome: string;
  readonly guildId: string | null;
  readonly isAskedPrivately: boolean;
  readonly isAnsweredPrivately: boolean;
  readonly isInHiddenChannel: boolean;
  readonly votes: readonly boolean[];
}

/** The same without a database: one phrasing is one letter, whatever its case and marks. */
function countedByHand(events: readonly Event[], guildId: string | null): readonly string[] {
  const shown = events.filter(
    (event) =>
      event.guildId === guildId &&
      event.outcome === 'answered' &&
      !event.isAskedPrivately &&
      !event.isAnsweredPrivately &&
      !event.isInHiddenChannel,
  );
  const phrasings = ['a', 'b', 'c'].map((letter) => {
    const alike = shown.filter(({ question }) => question.toLowerCase().startsWith(letter));
    const latest = alike.at(-1);
    const votes = alike.flatMap((event) => event.votes);
    const balance = votes.filter(Boolean).length - votes.filter((isHelpful) => !isHelpful).length;
    return { latest, times: alike.length, balance, at: latest === undefined ? -1 : shown.indexOf(latest) };
  });
  return phrasings
    .filter(({ times, balance }) => times > 0 && balance >= 0)
    .toSorted((a, b) => b.times - a.times || b.at - a.at)
    .map(({ latest }) => latest?.question ?? '');
}
