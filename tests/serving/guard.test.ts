import { expect, test } from 'vitest';
import { Strikes } from '../../src/serving/guard.ts';

test('a second overrun sets a key aside, and reports it once', () => {
  const strikes = new Strikes();
  expect(strikes.isEmpty).toBe(true);
  expect([strikes.isSetAside('a'), strikes.add('a'), strikes.isSetAside('a')]).toEqual([false, false, false]);
  expect([strikes.add('a'), strikes.isSetAside('a'), strikes.add('a')]).toEqual([true, true, false]);
  expect([strikes.isSetAside('b'), strikes.isEmpty]).toEqual([false, false]);
});

test('only the latest overruns are remembered', () => {
  const strikes = new Strikes();
  for (const key of ['a', 'a']) strikes.add(key);
  for (let number = 0; number < 2_000; number++) strikes.add(`other ${number}`);
  expect(strikes.isSetAside('a')).toBe(false);
  expect(strikes.add('other 1999')).toBe(true);
});
