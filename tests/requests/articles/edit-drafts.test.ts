import { expect, test } from 'vitest';
import { type EditDraft, EditDrafts } from '../../../src/requests/articles/edit-drafts.ts';

const HOUR_MS = 60 * 60_000;

const draft = (text: string): EditDraft => ({
  guildId: 'guild',
  key: 'key',
  path: 'server/a.md',
  mark: 'mark',
  typed: { kind: 'file', text },
  change: null,
});

function draftsAt(clock: { nowMs: number }): EditDrafts {
  let count = 0;
  return new EditDrafts({ nowMs: () => clock.nowMs, newId: () => String(++count) });
}

test('a draft is held for an hour, in its server alone, until it is dropped', () => {
  const clock = { nowMs: 0 };
  const drafts = draftsAt(clock);
  const [first, second] = [drafts.hold(draft('a')), drafts.hold(draft('b'))];
  expect(drafts.find('guild', first)?.typed.text).toBe('a');
  expect(drafts.find('other', first)).toBeNull();
  drafts.drop(second);
  expect(drafts.find('guild', second)).toBeNull();
  clock.nowMs = HOUR_MS - 1;
  expect(drafts.find('guild', first)).not.toBeNull();
  clock.nowMs = HOUR_MS;
  expect(drafts.find('guild', first)).toBeNull();
});

test('only the last 500 drafts are held', () => {
  const drafts = draftsAt({ nowMs: 0 });
  const ids = Array.from({ length: 501 }, (_, n) => drafts.hold(draft(String(n))));
  expect(ids.filter((id) => drafts.find('guild', id) === null)).toEqual(['1']);
});
