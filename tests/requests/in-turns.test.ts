import { expect, test } from 'vitest';
import { inTurns } from '../../src/requests/in-turns.ts';
import { turnsOfOthers } from '../turns-of-others.ts';

test('all come in their order, and others get their turn after each hundred', async () => {
  const others = turnsOfOthers();
  const items = Array.from({ length: 1000 }, (_, number) => number);
  const seen: number[] = [];
  const turnsWhenSeen: number[] = [];
  for await (const item of inTurns(items)) {
    seen.push(item);
    turnsWhenSeen.push(others.count());
  }
  others.stop();
  expect(seen).toEqual(items);
  expect(new Set(turnsWhenSeen.slice(0, 100)).size).toBe(1);
  expect(new Set(turnsWhenSeen).size).toBe(10);
});

test('nothing comes of nothing', async () => {
  for await (const item of inTurns([])) expect(item).toBeUndefined();
});
