import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SettingRow } from '../../src/server-settings/setting-row.ts';
import { buildSettings, DEFAULT_SETTINGS, SETTINGS } from '../../src/server-settings/settings-table.ts';
import type { Store } from '../../src/store/open-store.ts';
import { describeForgetting } from './forgetting-suite.ts';
import { asking, counting, opened, START } from './scene.ts';
import { describeServerValues } from './server-values-suite.ts';
import { describeSnapshots } from './snapshots-suite.ts';
import { describeUsage } from './usage-suite.ts';

/** What every kind of store must do. `freshUrl` gives a place where nothing is kept yet, and cleans up after the test. */
export function describeStore(kind: string, freshUrl: () => Promise<string>): void {
  const freshStore = async (): Promise<Store> => opened(await freshUrl());

  describeServerValues(kind, freshStore);
  describeForgetting(kind, freshStore);
  describeSnapshots(kind, freshStore);
  describeUsage(kind, freshStore);

  describe(`answers kept in ${kind}`, () => {
    test('come back as they were given, with an id and the time', async () => {
      const { asked } = await freshStore();
      const given = asking('How meny offices?', {
        understoodAs: 'How many offices?',
        confidence: 0.123456789,
      });
      const kept = await asked.record(given);
      expect(kept).toEqual({
        ...given,
        id: 'id1',
        messageId: null,
        askedAt: START.getTime(),
        isWithdrawn: false,
      });
      expect(await asked.find('id1')).toEqual(kept);
    });

    test('come back with everything that may be missing missing', async () => {
      const { asked } = await freshStore();
      const kept = await asked.record(
        asking('', { factId: null, guildId: null, isAnsweredPrivately: true, confidence: 0 }),
      );
      expect(await asked.find(kept.id)).toEqual(kept);
    });

    test('come back whatever is asked, character by character', async () => {
      const { asked } = await freshStore();
      const share = fc.double({ min: 1e-9, max: 1, noNaN: true });
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary' }), share, async (text, confidence) => {
          const question = text.replaceAll('\0', ' ');
          const kept = await asked.record(asking(question, { understoodAs: question, confidence }));
          expect(kept).toMatchObject({ question, understoodAs: question, confidence });
          expect(await asked.find(kept.id)).toEqual(kept);
        }),
      );
    });

    test('have a mark where half a character was typed, or one that no database takes', async () => {
      const { asked } = await freshStore();
      const kept = await asked.record(asking('a\0b\ud83dc', { understoodAs: '😀\ude00' }));
      expect(kept).toMatchObject({ question: 'a\uFFFDb\uFFFDc', understoodAs: '😀\uFFFD' });
      expect(await asked.find(kept.id)).toEqual(kept);
    });

    test('are not found under another id', async () => {
      const { asked } = await freshStore();
      await asked.record(asking('How many?'));
      expect(await asked.find('id')).toBeNull();
      expect(await asked.find("' or 1 = 1 --")).toBeNull();
    });

    test('learn which message holds the reply', async () => {
      const { asked } = await freshStore();
      const { id } = await asked.record(asking('How many?'));
      const other = await asked.record(asking('Where?'));
      await asked.recordMessage(id, 'message-1');
      await asked.recordMessage('nowhere', 'message-2');
      expect(await asked.find(id)).toHaveProperty('messageId', 'message-1');
      expect(await asked.findByMessage('message-1')).toHaveProperty('id', id);
      expect(await asked.findByMessage('message-2')).toBeNull();
      expect(await asked.find(other.id)).toEqual(other);
    });

    test('learn which passage the asker chose', async () => {
      const { asked } = await freshStore();
      const { id } = await asked.record(asking('How many?'));
      const other = await asked.record(asking('Where?'));
      await asked.recordFact(id, 'abcdefghijkl');
      await asked.recordFact('nowhere', 'mnopqrstuvwx');
      expect(await asked.find(id)).toHaveProperty('factId', 'abcdefghijkl');
      expect(await asked.find(other.id)).toEqual(other);
    });

    test('get another id where the first is taken', async () => {
      const ids = ['a', 'a', 'a', 'b'];
      const { asked } = await opened(await freshUrl(), { ...counting(), newId: () => ids.shift() ?? 'a' });
      await asked.record(asking('first'));
      expect(await asked.record(asking('second'))).toHaveProperty('id', 'b');
      expect(await asked.find('a')).toHaveProperty('question', 'first');
      await expect(asked.record(asking('third'))).rejects.toThrow('5 ids in a row');
    });

    test('outlive the store', async () => {
      const url = await freshUrl();
      const first = await opened(url);
      const kept = await first.asked.record(asking('How many?'));
      await first.votes.cast({ askedId: kept.id, voterId: 'v', isHelpful: true });
      await first.serverSettings.change('guild-1', 'mod', { helperRoleId: '7' });
      const second = await opened(url);
      expect(await second.asked.find(kept.id)).toEqual(kept);
      expect(await second.votes.count(kept.id)).toEqual({ helpful: 1, notHelpful: 0 });
      expect(await second.serverSettings.read('guild-1')).toHaveProperty('helperRoleId', '7');
    });
  });

  describe(`the phrasings answered, from ${kind}`, () => {
    const here = { guildId: 'guild-1', limit: 10 };

    test('are none where nothing was asked', async () => {
      const { asked } = await freshStore();
      expect(await asked.listAnsweredPhrasings(here)).toEqual([]);
    });

    test('come commonest first, then latest, each once in its latest spelling', async () => {
      const { asked } = await freshStore();
      for (const question of ['how MANY  offices', 'Where?', 'When?', 'How many offices?', 'Who?']) {
        await asked.record(asking(question));
      }
      expect(await asked.listAnsweredPhrasings(here)).toEqual([
        'How many offices?',
        'Who?',
        'When?',
        'Where?',
      ]);
      expect(await asked.listAnsweredPhrasings({ ...here, limit: 2 })).toEqual(['How many offices?', 'Who?']);
    });

    test('come latest first where the clock stood still, the later id winning a tie in spelling', async () => {
      const { asked } = await opened(await freshUrl(), { ...counting(), now: () => START });
      await asked.record(asking('how many'));
      await asked.record(asking('How many?'));
      expect(await asked.listAnsweredPhrasings(here)).toEqual(['How many?']);
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
      expect(await asked.listAnsweredPhrasings(here)).toEqual(['kind']);
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
      expect(await asked.listAnsweredPhrasings(here)).toEqual([]);
    });

    test('leave out what was voted not helpful more often than helpful, over all who asked it', async () => {
      const { asked, votes } = await freshStore();
      const first = await asked.record(asking('How many?'));
      const second = await asked.record(asking('how many'));
      await votes.cast({ askedId: first.id, voterId: 'a', isHelpful: false });
      expect(await asked.listAnsweredPhrasings(here)).toEqual([]);
      await votes.cast({ askedId: second.id, voterId: 'a', isHelpful: true });
      expect(await asked.listAnsweredPhrasings(here)).toEqual(['how many']);
    });

    test('are those of one server, or of direct messages', async () => {
      const { asked } = await freshStore();
      await asked.record(asking('here'));
      await asked.record(asking('there', { guildId: 'guild-2' }));
      await asked.record(asking('between us', { guildId: null }));
      expect(await asked.listAnsweredPhrasings(here)).toEqual(['here']);
      expect(await asked.listAnsweredPhrasings({ guildId: 'guild-2', limit: 10 })).toEqual(['there']);
      expect(await asked.listAnsweredPhrasings({ guildId: null, limit: 10 })).toEqual(['between us']);
      expect(await asked.listAnsweredPhrasings({ guildId: 'null', limit: 10 })).toEqual([]);
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
          expect(await asked.listAnsweredPhrasings({ guildId, limit: 10 })).toEqual(
            countedByHand(given, guildId),
          );
        }),
        { numRuns: 25 },
      );
    });
  });

  describe(`what was not answered, from ${kind}`, () => {
    const here = { guildId: 'guild-1', limit: 10 };

    test('comes latest first: unknown, or answered or unsure and voted not helpful', async () => {
      const { asked, votes } = await freshStore();
      const poor = await asked.record(asking('poor'));
      const split = await asked.record(asking('split'));
      await asked.record(asking('good'));
      await asked.record(asking('close', { outcome: 'unsure' }));
      const missed = await asked.record(asking('missed', { outcome: 'unsure' }));
      await asked.record(asking('foreign', { outcome: 'unknown', isAnsweredPrivately: true }));
      for (const { id } of [poor, split, missed])
        await votes.cast({ askedId: id, voterId: 'a', isHelpful: false });
      await votes.cast({ askedId: split.id, voterId: 'b', isHelpful: true });
      const found = await asked.listUnanswered(here);
      expect(found.map(({ question }) => question)).toEqual(['foreign', 'missed', 'poor']);
      expect(found[2]).toEqual(poor);
      expect(await asked.listUnanswered({ ...here, limit: 1 })).toHaveLength(1);
    });

    test('comes whole and in order, however much it is', async () => {
      // More than is read in a row, hundreds of them in the same second.
      const ids = Array.from({ length: 2100 }, (_, number) => `id${String(number).padStart(4, '0')}`);
      let count = 0;
      const { asked } = await opened(await freshUrl(), {
        now: () => new Date(START.getTime() + 1000 * Math.floor(count / 700)),
        newId: () => ids[count++] ?? '',
      });
      for (const id of ids) await asked.record(asking(id, { outcome: 'unknown' }));
      for (const limit of [2000, 2050, 3000]) {
        const found = await asked.listUnanswered({ ...here, limit });
        expect(found.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, limit));
      }
    });

    test('is that alone which is not settled, unless it is asked again', async () => {
      const { asked } = await freshStore();
      const outcome = 'unknown';
      const ids: string[] = [];
      for (const question of ['a', 'b', 'a'])
        ids.push((await asked.record(asking(question, { outcome }))).id);
      // More than a statement takes.
      await asked.settle([...Array.from({ length: 1200 }, (_, number) => `none ${number}`), ...ids]);
      expect(await asked.listUnanswered(here)).toEqual([]);
      await asked.record(asking('a', { outcome }));
      expect(await asked.listUnanswered(here)).toMatchObject([{ question: 'a' }]);
    });

    test('is waited for by who wants to be told, once', async () => {
      const { asked } = await freshStore();
      const waiting = await asked.record(asking('a', { outcome: 'unknown' }));
      const other = await asked.record(asking('b', { outcome: 'unknown' }));
      for (const id of [waiting.id, waiting.id, 'none']) await asked.markWaiting(id);
      const ids = [other.id, waiting.id, 'none'];
      const taken = await Promise.all([asked.takeWaiting(ids), asked.takeWaiting(ids)]);
      expect(taken.flat()).toEqual([waiting]);
      expect(await asked.takeWaiting([])).toEqual([]);
    });

    test('is told where it is waited for, settled or not, latest first, of one server', async () => {
      const { asked, forgetting } = await freshStore();
      const outcome = 'unknown';
      const old = await asked.record(asking('old', { outcome }));
      await asked.markWaiting(old.id);
      await forgetting.forgetTexts(Number.MAX_SAFE_INTEGER);
      const settled = await asked.record(asking('a', { outcome }));
      const open = await asked.record(asking('b', { outcome, isAnsweredPrivately: true }));
      const there = await asked.record(asking('a', { outcome, guildId: 'guild-2' }));
      await asked.record(asking('c', { outcome }));
      for (const { id } of [settled, open, there]) await asked.markWaiting(id);
      await asked.settle([settled.id]);
      expect(await asked.listWaiting(here)).toEqual([open, settled]);
      expect(await asked.listWaiting({ ...here, limit: 1 })).toEqual([open]);
      expect(await asked.listServersWithWaiting()).toEqual(['guild-1', 'guild-2']);
      await asked.takeWaiting([open.id]);
      expect(await asked.listWaiting(here)).toEqual([settled]);
      await asked.takeWaiting([there.id]);
      expect(await asked.listServersWithWaiting()).toEqual(['guild-1']);
      expect(await asked.listUnanswered(here)).toMatchObject([{ question: 'c' }, { question: 'b' }]);
    });

    test('is open again where somebody wants to be told', async () => {
      const { asked } = await freshStore();
      const settled = await asked.record(asking('a', { outcome: 'unknown' }));
      const other = await asked.record(asking('b', { outcome: 'unknown' }));
      await asked.settle([settled.id, other.id]);
      await asked.markWaiting(settled.id);
      expect(await asked.listUnanswered(here)).toEqual([settled]);
    });

    test('is that of one server, or of direct messages', async () => {
      const { asked } = await freshStore();
      const outcome = 'unknown';
      await asked.record(asking('there', { guildId: 'guild-2', outcome }));
      await asked.record(asking('between us', { guildId: null, outcome }));
      expect(await asked.listUnanswered(here)).toEqual([]);
      expect(await asked.listUnanswered({ guildId: null, limit: 10 })).toMatchObject([
        { question: 'between us' },
      ]);
    });
  });

  describe(`votes kept in ${kind}`, () => {
    test('count once for each voter, who may change their mind', async () => {
      const { asked, votes } = await freshStore();
      const { id: askedId } = await asked.record(asking('How many?'));
      expect(await votes.count(askedId)).toEqual({ helpful: 0, notHelpful: 0 });
      await votes.cast({ askedId, voterId: 'a', isHelpful: true });
      await votes.cast({ askedId, voterId: 'a', isHelpful: true });
      expect(await votes.cast({ askedId, voterId: 'b', isHelpful: true })).toEqual({
        helpful: 2,
        notHelpful: 0,
      });
      expect(await votes.cast({ askedId, voterId: 'a', isHelpful: false })).toEqual({
        helpful: 1,
        notHelpful: 1,
      });
      expect(await votes.count(askedId)).toEqual({ helpful: 1, notHelpful: 1 });
    });

    test('are those of one answer', async () => {
      const { asked, votes } = await freshStore();
      const [one, two] = [await asked.record(asking('one')), await asked.record(asking('two'))];
      await votes.cast({ askedId: one.id, voterId: 'a', isHelpful: true });
      expect(await votes.count(two.id)).toEqual({ helpful: 0, notHelpful: 0 });
    });

    test('are not kept where there is no such answer', async () => {
      const { votes } = await freshStore();
      expect(await votes.cast({ askedId: 'gone', voterId: 'a', isHelpful: true })).toBeNull();
      expect(await votes.count('gone')).toEqual({ helpful: 0, notHelpful: 0 });
    });
  });

  describe(`settings of servers kept in ${kind}`, () => {
    const defaults = DEFAULT_SETTINGS;

    test('are defaults, frozen, where nothing was set', async () => {
      const { serverSettings } = await freshStore();
      const settings = await serverSettings.read('guild-1');
      expect(settings).toEqual(defaults);
      expect(Object.isFrozen(settings)).toBe(true);
    });

    test('change where they are named, and nowhere else', async () => {
      const { serverSettings } = await freshStore();
      const both = { helperChannelId: '5', helperRoleId: '6' };
      const changes = await serverSettings.change('guild-1', 'mod', both);
      expect(changes).toMatchObject([{ name: 'helperChannelId' }, { name: 'helperRoleId' }]);
      expect(await serverSettings.read('guild-1')).toEqual({ ...defaults, ...both });
      expect(await serverSettings.change('guild-1', 'mod', both)).toEqual([]);
      // As at first, and never set.
      expect(
        await serverSettings.change('guild-1', 'mod', { logChannelId: null, moderatorRoleIds: [] }),
      ).toEqual([]);
      await serverSettings.change('guild-1', 'mod', { helperRoleId: '7' });
      await serverSettings.change('guild-1', 'mod', {});
      expect(await serverSettings.read('guild-1')).toEqual({
        ...defaults,
        helperChannelId: '5',
        helperRoleId: '7',
      });
      expect(await serverSettings.read('guild-2')).toEqual(defaults);
    });

    test('are kept, each, as they are set', async () => {
      const { serverSettings } = await freshStore();
      const all = buildSettings((name) => differingValue(SETTINGS[name]));
      await serverSettings.change('guild-1', 'mod', all);
      expect(await serverSettings.read('guild-1')).toEqual(all);
    });

    test.each([
      ['moderatorRoleIds', '["1", 2]'],
      ['answersMentions', '"no"'],
      ['questionsInARow', '0'],
      ['questionsInARow', '21'],
      ['secondsBetween', '1.5'],
      ['strictness', '"harsh"'],
      ['language', '"no code"'],
      ['staleAfterDays', '"30"'],
      ['logChannelId', '{'],
    ])('are defaults where “%s” is %s, which it cannot be', async (name, value) => {
      const { serverSettings, serverValues } = await freshStore();
      await serverValues.change('guild-1', 'mod', [{ kind: 'setting', name, value }]);
      expect(await serverSettings.read('guild-1')).toEqual(defaults);
    });

    test('tell the log channels of all servers that have one', async () => {
      const { serverSettings, serverValues } = await freshStore();
      expect(await serverSettings.listLogChannels()).toEqual([]);
      await serverSettings.change('guild-2', 'mod', { logChannelId: '8' });
      await serverSettings.change('guild-1', 'mod', { logChannelId: '7', helperRoleId: '6' });
      await serverSettings.change('guild-3', 'mod', { logChannelId: '9' });
      await serverSettings.change('guild-3', 'mod', { logChannelId: null });
      await serverValues.change('guild-4', 'mod', [{ kind: 'article', name: 'logChannelId', value: '"5"' }]);
      await serverValues.change('guild-5', 'mod', [{ kind: 'setting', name: 'logChannelId', value: '{' }]);
      expect(await serverSettings.listLogChannels()).toEqual([
        { guildId: 'guild-1', channelId: '7' },
        { guildId: 'guild-2', channelId: '8' },
      ]);
    });

    test('can be taken back', async () => {
      const { serverSettings } = await freshStore();
      await serverSettings.change('guild-1', 'mod', { helperChannelId: '5' });
      await serverSettings.change('guild-1', 'mod', { helperChannelId: null });
      expect(await serverSettings.read('guild-1')).toEqual(defaults);
    });
  });
}

/** A value that a setting accepts and that is not its default. */
function differingValue(row: SettingRow): unknown {
  switch (row.kind) {
    case 'flag':
      return !row.default;
    case 'number':
      return row.max;
    case 'choice':
      return row.choices.find((choice) => choice !== row.default);
    case 'language':
      return 'de';
    case 'channel':
    case 'role':
      return '1';
    case 'channels':
    case 'roles':
      return ['4', '5'];
  }
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
