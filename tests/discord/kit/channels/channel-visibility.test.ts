import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findGates, isSeenThroughGates } from '../../../../src/discord/kit/channels/channel-visibility.ts';

/** `count` channels from number `from` on. */
const channels = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `c${from + i}`);

const views = (seenByAll: number, openedBy: Readonly<Record<string, readonly string[]>>) => ({
  seenByAll,
  openedBy: new Map(Object.entries(openedBy).map(([role, ids]) => [role, new Set(ids)])),
});

describe('the gates of a server are', () => {
  test.each([
    ['none where nothing is hidden', views(9, {}), []],
    ['none where most is seen by everybody', views(5, { team: channels(0, 9) }), []],
    ['the role that opens nearly all', views(2, { member: channels(0, 6) }), ['member']],
    [
      'not those that open one channel of their own',
      views(0, { member: channels(0, 6), chess: ['c9'], dj: ['c1'] }),
      ['member'],
    ],
    [
      'not staff by its own channels alone',
      views(1, { member: channels(0, 6), team: channels(6, 2) }),
      ['member'],
    ],
    [
      'members and staff that sees more',
      views(0, { member: channels(0, 6), team: channels(0, 9) }),
      ['member', 'team'],
    ],
    [
      'members too where staff sees much more',
      views(0, { team: channels(0, 35), member: channels(0, 8) }),
      ['team', 'member'],
    ],
    [
      'members below staff that sees other channels',
      views(0, { member: channels(0, 4), team: channels(4, 20) }),
      ['member', 'team'],
    ],
    [
      'all of several groups of like size',
      views(0, { red: channels(0, 4), blue: channels(4, 4) }),
      ['red', 'blue'],
    ],
  ])('%s', (_, given, gates) => {
    expect(findGates(given)).toEqual(gates);
  });
});

test('a channel that staff sees and members do not is never open, as long as members see a tenth of what staff sees', () => {
  const sizes = fc.record({
    seenByAll: fc.nat(3),
    forMembers: fc.integer({ min: 4, max: 50 }),
    forStaff: fc.integer({ min: 1, max: 36 }),
  });
  fc.assert(
    fc.property(sizes, fc.boolean(), ({ seenByAll, forMembers, forStaff }, seesAll) => {
      const member = channels(0, forMembers);
      const own = channels(forMembers, forStaff);
      const given = views(seenByAll, { member, staff: seesAll ? [...member, ...own] : own });
      for (const id of own) expect(isSeenThroughGates(id, given)).toBe(false);
    }),
  );
});

test('a channel of members is open behind the gate, and one that no role opens is not', () => {
  const given = views(1, { member: channels(0, 6), team: channels(0, 8), chess: ['c20'] });
  expect(channels(0, 6).every((id) => isSeenThroughGates(id, given))).toBe(true);
  for (const id of ['c6', 'c20', 'c99']) expect(isSeenThroughGates(id, given)).toBe(false);
});
