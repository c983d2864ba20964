import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSlip } from '../../../src/text/words/slips.ts';

describe('a typing error', () => {
  test.each([
    ['leaves a letter out', 'wich', 'which'],
    ['leaves the first or the last one out', 'hich', 'which'],
    ['leaves the first or the last one out', 'whic', 'which'],
    ['swaps two', 'hwat', 'what'],
    ['swaps the last two', 'whihc', 'which'],
    ['hits the key beside', 'rhe', 'the'],
    ['hits the key below', 'whixh', 'which'],
    ['hits the key above', 'msny', 'many'],
    ['hits the key beside as well', 'whast', 'what'],
    ['doubles a letter', 'whhat', 'what'],
    ['doubles the last one', 'whatt', 'what'],
    ['takes a vowel for another', 'meny', 'many'],
  ])('%s: %s for %s', (_, typed, meant) => expect(isSlip(typed, meant)).toBe(true));

  test.each([
    ['equal words', 'what', 'what'],
    ['nothing and nothing', '', ''],
    ['a key far away', 'whapt', 'what'],
    ['a letter taken for one far away', 'wpat', 'what'],
    ['letters swapped that are no neighbours', 'ahwt', 'what'],
    ['two slips', 'wyst', 'what'],
    ['another alphabet', 'whяt', 'what'],
    ['two letters too many', 'whhatt', 'what'],
  ])('%s are not: %s for %s', (_, typed, meant) => expect(isSlip(typed, meant)).toBe(false));

  test('is any word with a letter left out, doubled or swapped', () => {
    const word = fc.stringMatching(/^[a-z]{2,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), (meant, number) => {
        const at = number % meant.length;
        const [before, letter, after] = [meant.slice(0, at), meant.charAt(at), meant.slice(at + 1)];
        expect(isSlip(before + after, meant)).toBe(true);
        expect(isSlip(before + letter + letter + after, meant)).toBe(true);
        const swapped = before + after.slice(0, 1) + letter + after.slice(1);
        expect(isSlip(swapped, meant)).toBe(swapped !== meant);
      }),
    );
  });
});
