import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/open-store.ts';
import { asking, START } from '../scene.ts';

/** What every kind of store must do to forget; `freshStore` opens one where nothing is kept yet. */
export function describeForgetting(kind: string, freshStore: () => Promise<Store>): void {
  describe(`forgetting what is kept in ${kind}`, () => {
    test('a member means their questions with all votes on them, and their votes on others’', async () => {
      const { asked, votes, forgetting } = await freshStore();
      const mine = await asked.record(asking('Mine?', { askerId: 'mia' }));
      const other = await asked.record(asking('Other?', { askerId: 'theo' }));
      await votes.cast({ askedId: mine.id, voterId: 'theo', isHelpful: true });
      await votes.cast({ askedId: other.id, voterId: 'mia', isHelpful: false });
      await votes.explain({ askedId: other.id, voterId: 'mia', missing: 'The hour.' });
      await votes.cast({ askedId: other.id, voterId: 'olga', isHelpful: false });
      expect(await forgetting.countMemberData('mia')).toEqual({ questions: 1, votes: 1, remarks: 1 });
      expect(await forgetting.forgetMember('mia')).toEqual({ questions: 1, votes: 1, remarks: 1 });
      expect(await forgetting.countMemberData('mia')).toEqual({ questions: 0, votes: 0, remarks: 0 });
      expect(await asked.find(mine.id)).toBeNull();
      expect(await asked.find(other.id)).toEqual(other);
      expect(await votes.count(other.id)).toEqual({ helpful: 0, notHelpful: 1 });
    });

    test('the words of old questions leaves that they were asked', async () => {
      const { asked, forgetting } = await freshStore();
      const old = await asked.record(asking('Old?', { understoodAs: 'Very old?' }));
      expect(await forgetting.forgetTexts(START.getTime())).toBe(0);
      expect(await forgetting.forgetTexts(old.askedAt + 1)).toBe(1);
      expect(await forgetting.forgetTexts(old.askedAt + 1)).toBe(0);
      expect(await asked.find(old.id)).toEqual({ ...old, question: '', understoodAs: null });
      const fresh = await asked.record(asking('New?'));
      expect(await asked.find(fresh.id)).toHaveProperty('question', 'New?');
    });

    test('a server is greeted once, until it is forgotten', async () => {
      const { greetings, forgetting } = await freshStore();
      expect(await greetings.markGreeted([])).toEqual([]);
      const many = Array.from({ length: 2500 }, (_, number) => `server ${number}`);
      expect(await greetings.markGreeted(many)).toHaveLength(2500);
      expect(await greetings.markGreeted(['server 7', 'new'])).toEqual(['new']);
      expect(await forgetting.listKnownServers()).toContain('new');
      await forgetting.forgetServer('new');
      expect(await greetings.markGreeted(['new', 'server 7'])).toEqual(['new']);
    });

    test('a forum post is claimed once, and counted, until it is old or its server is forgotten', async () => {
      const { forumPosts, forgetting } = await freshStore();
      const [mine, other] = [
        { postId: '1', guildId: 'here' },
        { postId: '2', guildId: 'there' },
      ];
      const claims = await Promise.all([mine, mine, other].map((post) => forumPosts.claim(post)));
      expect(claims.filter((isClaimed) => isClaimed)).toHaveLength(2);
      await forumPosts.markSolved('1');
      await forumPosts.markSolved('never claimed');
      expect(await forumPosts.countSince('here', 0)).toEqual({ answered: 1, solved: 1 });
      expect(await forumPosts.countSince('here', Number.MAX_SAFE_INTEGER)).toEqual({
        answered: 0,
        solved: 0,
      });
      await forgetting.forgetServer('here');
      expect(await forgetting.listKnownServers()).toEqual(['there']);
      expect(await forgetting.forgetClaims(START.getTime())).toBe(0);
      expect(await forgetting.forgetClaims(Number.MAX_SAFE_INTEGER)).toBe(1);
      expect(await forumPosts.claim(other)).toBe(true);
    });

    test('a digest is claimed once a week, until it is old or its server is forgotten', async () => {
      const { digests, forgetting } = await freshStore();
      const claims = await Promise.all(['here', 'here', 'there'].map((id) => digests.claim(id, '2026-W48')));
      expect(claims.filter((isClaimed) => isClaimed)).toHaveLength(2);
      expect(await digests.claim('here', '2026-W49')).toBe(true);
      expect([...(await digests.listClaimed('2026-W48'))].toSorted()).toEqual(['here', 'there']);
      expect([...(await forgetting.listKnownServers())].toSorted()).toEqual(['here', 'there']);
      await forgetting.forgetServer('here');
      expect(await digests.listClaimed('2026-W48')).toEqual(['there']);
      expect(await forgetting.forgetClaims(Number.MAX_SAFE_INTEGER)).toBe(1);
      expect(await digests.claim('there', '2026-W48')).toBe(true);
    });

    test('a server means all that is its own, and nothing of another', async () => {
      const { asked, votes, serverValues, forgetting } = await freshStore();
      for (const guildId of ['here', 'there']) {
        const { id } = await asked.record(asking('Why?', { guildId }));
        await votes.cast({ askedId: id, voterId: 'mia', isHelpful: true });
        await serverValues.change(guildId, 'mod', [{ kind: 'article', name: 'a.md', value: guildId }]);
      }
      expect([...(await forgetting.listKnownServers())].toSorted()).toEqual(['here', 'there']);
      await forgetting.markLeft('here');
      await forgetting.forgetServer('here');
      expect(await forgetting.listKnownServers()).toEqual(['there']);
      expect(await serverValues.list('here', 'article')).toEqual([]);
      expect(await serverValues.listChanges('here', 10)).toEqual([]);
      expect(await serverValues.list('there', 'article')).toHaveLength(1);
      expect(await forgetting.countMemberData('mia')).toMatchObject({ votes: 1 });
      expect(await forgetting.listLeftBefore(Number.MAX_SAFE_INTEGER)).toEqual([]);
    });

    test('is due from when a server was left first, unless the bot is there again', async () => {
      const { forgetting } = await freshStore();
      await forgetting.markLeft('here');
      await forgetting.markLeft('here');
      await forgetting.markLeft('there');
      await forgetting.markPresent('there');
      expect(await forgetting.listLeftBefore(START.getTime())).toEqual([]);
      expect(await forgetting.listLeftBefore(Number.MAX_SAFE_INTEGER)).toEqual(['here']);
    });
  });
}
