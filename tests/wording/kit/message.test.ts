import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { compileMessage, type MessageArguments } from '../../../src/wording/kit/message.ts';

describe('compileMessage', () => {
  test('puts texts in as they are, whatever they hold', () => {
    const message = compileMessage("{who} l’a lu, it's in <#1>: {text}", 'fr');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(message({ who: '<@1>', text })).toBe(`<@1> l’a lu, it's in <#1>: ${text}`);
      }),
    );
  });

  test('keeps tags and links of Discord’s Markdown', () => {
    const text = '<t:1:R> <@&2> [a](<https://b>) <b>c</b> </ask:1>';
    expect(compileMessage(text, 'en')()).toBe(text);
  });

  test.each([
    [1, '1 статья'],
    [2, '2 статьи'],
    [5, '5 статей'],
    [21, '21 статья'],
    [12345, '12345 статей'],
  ])('counts %i as the language does, without separators', (count, words) => {
    const text = '{count, plural, one {# статья} few {# статьи} many {# статей} other {# статьи}}';
    expect(compileMessage(text, 'ru')({ count })).toBe(words);
  });

  test('separates thousands where the message asks for it, as the language does', () => {
    const text = '{count, number, integer}';
    expect(compileMessage(text, 'de')({ count: 12345 })).toBe('12.345');
    expect(compileMessage(text, 'es')({ count: 1234 })).toBe('1234');
    expect(compileMessage('{count} {count, number}', 'de')({ count: 12345 })).toBe('12345 12345');
  });

  test('chooses by a text or a truth', () => {
    const message = compileMessage('{isOwn, select, true {yours} other {theirs}}', 'en');
    expect([message({ isOwn: true }), message({ isOwn: false }), message({ isOwn: 'true' })]).toEqual([
      'yours',
      'theirs',
      'yours',
    ]);
  });
});

test('the arguments of a message follow from its text', () => {
  expectTypeOf<MessageArguments<'{a} and {b}'>>().toEqualTypeOf<{
    readonly a: string | number;
    readonly b: string | number;
  }>();
  expectTypeOf<
    MessageArguments<'{n, plural, =0 {none} one {# of {name}} other {# by {who, select, me {I} other {{x}}}}}{end}'>
  >().toEqualTypeOf<{
    readonly n: number;
    readonly name: string | number;
    readonly who: string | boolean;
    readonly x: string | number;
    readonly end: string | number;
  }>();
  expectTypeOf<
    MessageArguments<'{n, number, integer} of {m, number} {n, plural, other {it}}'>
  >().toEqualTypeOf<{
    readonly n: number;
    readonly m: number;
  }>();
});
