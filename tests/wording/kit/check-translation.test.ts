import { describe, expect, test } from 'vitest';
import { checkTranslation, flattenTexts } from '../../../src/wording/kit/check-translation.ts';

/** What is wrong with one text in the place of another. */
function check(source: string, text: unknown, tag = 'ru') {
  return checkTranslation({ a: { b: source } }, { a: { b: text } }, tag);
}

describe('checkTranslation', () => {
  test('finds nothing in a translation that says the same in other words', () => {
    const source = '{name} has {count, plural, one {# vote} other {# votes}}, {max, number}';
    const text =
      'У {name} {count, plural, =0 {ни голоса} one {# голос} few {# голоса} many {# голосов} other {# голоса}} {max, number, integer} {max}';
    expect(check(source, text)).toEqual([]);
    expect(check('{is, select, true {yes} other {no}}', '{is, select, other {нет} true {да}}')).toEqual([]);
    expect(check('Say “<@1> it’s”', 'Скажи «<b> l’»')).toEqual([]);
  });

  test.each([
    ['A text', undefined, { kind: 'missing', source: 'A text' }],
    ['A text', '', { kind: 'missing', source: 'A text' }],
    ['A text', 3, { kind: 'not-a-text' }],
    ['A text', ['Текст'], { kind: 'not-a-text' }],
    ['A text', ' Текст', { kind: 'not-trimmed' }],
    ['{name}', 'Имя', { kind: 'argument-missing', argument: 'name' }],
    ['Name', '{name}', { kind: 'argument-unknown', argument: 'name' }],
    ['{name}', '{name, plural, other {#}}', { kind: 'argument-misused', argument: 'name' }],
    ['{name}', '{name, number}', { kind: 'argument-misused', argument: 'name' }],
    ['{day, number}', '{day, date}', { kind: 'argument-misused', argument: 'day' }],
    [
      '{is, select, true {yes} other {no}}',
      '{is, select, да {да} other {нет}}',
      { kind: 'argument-misused', argument: 'is' },
    ],
    [
      '{n, plural, one {#} other {#}}',
      '{n, plural, one {#} other {#}}',
      { kind: 'forms-missing', argument: 'n', forms: 'many, few' },
    ],
  ])('of “%s” finds what is wrong with %j', (source, text, mistake) => {
    expect(check(source, text)).toEqual([{ key: 'a.b', ...mistake }]);
  });

  test.each(['{name', '{n, plural, one {#}}', '{}'])('finds that “%s” is no message', (text) => {
    expect(check('{name}', text)).toEqual([{ key: 'a.b', kind: 'unreadable', detail: expect.any(String) }]);
  });

  test('finds texts that the source does not have', () => {
    expect(checkTranslation({}, { a: { b: 'x' } }, 'de')).toEqual([{ key: 'a.b', kind: 'superfluous' }]);
    expect(checkTranslation({}, { a: [] }, 'de')).toEqual([{ key: 'a', kind: 'superfluous' }]);
  });

  test.each([
    ['commands.ask.name', 'Fragen', { kind: 'unusable-name' }],
    ['commands.ask.name', 'eine frage', { kind: 'unusable-name' }],
    ['commands.ask.name', 'f'.repeat(33), { kind: 'too-long', chars: 33, max: 32 }],
    ['commands.ask.description', 'f'.repeat(101), { kind: 'too-long', chars: 101, max: 100 }],
    ['buttons.undo', 'f'.repeat(71), { kind: 'too-long', chars: 71, max: 70 }],
    ['menus.changes', 'f'.repeat(151), { kind: 'too-long', chars: 151, max: 150 }],
    ['noteForm.heading', 'f'.repeat(46), { kind: 'too-long', chars: 46, max: 45 }],
  ])('knows what Discord takes as %s', (key, text, mistake) => {
    const tree = key
      .split('.')
      .toReversed()
      .reduce<unknown>((inner, name) => ({ [name]: inner }), text);
    expect(checkTranslation(tree, tree, 'de')).toEqual([{ key, ...mistake }]);
  });

  test('finds two options of one name', () => {
    const options = { options: { a: { name: 'x' }, b: { name: 'x' } }, name: 'x' };
    const tree = { commands: { c: options, d: { ...options, name: 'y' } } };
    expect(checkTranslation(tree, tree, 'de')).toEqual([
      { key: 'commands.c.options.b.name', kind: 'same-name', other: 'commands.c.options.a.name' },
      { key: 'commands.d.options.b.name', kind: 'same-name', other: 'commands.d.options.a.name' },
    ]);
  });
});

test('flattenTexts names each text by its path', () => {
  expect([...flattenTexts({ a: { b: 'x', c: null }, d: 'y' })]).toEqual([
    ['a.b', 'x'],
    ['a.c', null],
    ['d', 'y'],
  ]);
});
