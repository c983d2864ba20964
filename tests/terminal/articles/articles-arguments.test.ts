import { describe, expect, test } from 'vitest';
import { parseArticlesArguments } from '../../../src/terminal/articles/articles-arguments.ts';

describe('parseArticlesArguments', () => {
  test.each([
    [[], null, false],
    [['--knowledge', 'a b'], 'a b', false],
    [['--knowledge=../x', '--json'], '../x', true],
  ])('reads %j', (args, folder, isJson) => expect(parseArticlesArguments(args)).toEqual({ folder, isJson }));

  test.each([
    [['--knowledge', ''], /--knowledge needs a folder/],
    [['--knowledge'], /--knowledge needs a value: --knowledge DIR/],
    [['x'], /“articles” takes options alone, but it was given “x”/],
    [['--limit', '3'], /limit/],
    [['--json=x'], /--json/],
  ])('refuses %j in words, with the usage', (args, message) => {
    expect(() => parseArticlesArguments(args)).toThrow(message);
    expect(() => parseArticlesArguments(args)).toThrow('Usage: npm run articles');
    expect(() => parseArticlesArguments(args)).toThrow(
      expect.objectContaining({ code: 'unusable-arguments' }),
    );
  });
});
