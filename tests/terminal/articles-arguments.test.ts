import { describe, expect, test } from 'vitest';
import { parseArticlesArguments } from '../../src/terminal/articles-arguments.ts';

describe('parseArticlesArguments', () => {
  test.each([
    [[], null],
    [['--knowledge', 'a b'], 'a b'],
    [['--knowledge=../x'], '../x'],
  ])('reads %j', (args, folder) => expect(parseArticlesArguments(args)).toEqual({ folder }));

  test.each([
    [['--knowledge', ''], /--knowledge needs a folder/],
    [['--knowledge'], /argument missing/],
    [['x'], /'x'/],
    [['--limit', '3'], /limit/],
    [['--json'], /--json/],
  ])('refuses %j in words, with the usage', (args, message) => {
    expect(() => parseArticlesArguments(args)).toThrow(message);
    expect(() => parseArticlesArguments(args)).toThrow('Usage: npm run articles');
    expect(() => parseArticlesArguments(args)).toThrow(
      expect.objectContaining({ code: 'unusable-arguments' }),
    );
  });
});
