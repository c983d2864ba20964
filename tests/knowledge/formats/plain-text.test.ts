import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../../../src/knowledge/article/article.ts';
import { readPlainText } from '../../../src/knowledge/formats/plain-text.ts';
import { buildParagraph } from '../../../src/knowledge/paragraphs/paragraphs.ts';
import { underHeadings } from '../read-paragraphs.ts';

function textsOf(text: string): string[] {
  return readPlainText(text).paragraphs.map((block) => block.text);
}

describe('a plain text article', () => {
  test('is a title, a blank line and paragraphs separated by blank lines', () => {
    expect(readPlainText(' The  title \n\nOne.\n\nTwo.\n')).toEqual({
      title: 'The title',
      paragraphs: [
        buildParagraph({ text: 'One.', block: 1, line: 3 }),
        buildParagraph({ text: 'Two.', block: 2, line: 5 }),
      ],
      problems: [],
    });
  });

  test('has a space of the same length for each line break inside a paragraph', () => {
    expect(textsOf('T\n\n  one\ntwo \n three\n \t\n\nfour')).toEqual(['one two   three', 'four']);
  });

  test('has a paragraph for each labelled line below another one, with what continues it', () => {
    const lines = [
      'Java address: play.example',
      'Bedrock address: b.example   Port: 19132',
      'Version: 1.21.4',
      'is best.',
    ];
    expect(textsOf(`T\n\n${lines.join('\n')}\nMods: none`)).toEqual([
      lines[0],
      lines[1],
      'Version: 1.21.4 is best.',
      'Mods: none',
    ]);
    expect(textsOf('T\n\nWe are open daily.\nPlease note: not on Sundays.')).toHaveLength(1);
    expect(textsOf('T\n\nhttp://a.example/\nhttp://b.example/ at 12:30')).toHaveLength(1);
  });

  test('keeps Markdown’s marks, no-break spaces and quotes as they are', () => {
    expect(textsOf('T\n\n# *a*\u00a0“b” &amp;\n_c_')).toEqual(['# *a*\u00a0“b” &amp; _c_']);
  });

  test('may have no paragraph', () => {
    expect(textsOf('')).toEqual([]);
    expect(textsOf('T\n\n \n')).toEqual([]);
  });

  test.each([
    ['whose first line is blank', '\nText', ['Text']],
    ['of one line', 'Text', ['Text']],
    ['with text right under its first line', 'One\ntwo.\n\nThree.', ['One two.', 'Three.']],
    [
      'with a first line that drives a terminal',
      '\u001b[31mT\n\nText',
      [expect.stringContaining('[31mT'), 'Text'],
    ],
    ['with a paragraph for a title', `${'x '.repeat(200)}\n\nText`, ['x '.repeat(200).trim(), 'Text']],
  ])('%s has no title and is all text', (_, text, texts) => {
    expect(readPlainText(text).title).toBeNull();
    expect(textsOf(text)).toEqual(texts);
  });
});

test('loses invisible characters, with a warning for those that change the writing direction', () => {
  const { paragraphs, problems } = readPlainText('T\n\nOne\u200b.\n\n\u200b\n\nTwo \u202eowt\u202c.');
  expect(paragraphs.map(({ text }) => text)).toEqual(['One.', 'Two owt.']);
  expect(problems).toMatchObject([{ kind: 'warning', line: 7 }]);
});

describe('a list in a plain text', () => {
  test('has its items, its lead and its numbers', () => {
    const text = 'T\n\nBring:\n- a pen, which\n  writes\n* paper\n\n1. Go in.\n2) Sit down.\n\nThat is all.';
    expect(readPlainText(text).paragraphs).toEqual([
      buildParagraph({ text: 'Bring:', block: 1, line: 3 }),
      item({ text: 'a pen, which   writes', marker: '- ', lead: 'Bring:', block: 2, line: 4 }),
      item({ text: 'paper', marker: '- ', lead: 'Bring:', block: 2, line: 6 }),
      item({ text: 'Go in.', marker: '1. ', block: 3, line: 8 }),
      item({ text: 'Sit down.', marker: '2. ', block: 3, line: 9 }),
      buildParagraph({ text: 'That is all.', block: 4, line: 11 }),
    ]);
  });

  test('has items inside items where they are indented', () => {
    const { paragraphs } = readPlainText('T\n\n- a\n    - b\n\t- c\n\n      d\n\n  e\n\n- f\n\ng');
    expect(paragraphs.map(({ text, depth, lead }) => [text, depth, lead])).toEqual([
      ['a', 1, null],
      ['b', 2, 'a'],
      ['c', 2, 'a'],
      ['d', 2, 'a'],
      ['e', 1, null],
      ['f', 1, null],
      ['g', 0, null],
    ]);
  });

  test.each(['-5 degrees', '2008. A year', '– so it was –', '*very* good', '3.5 litres', '1.'])(
    'does not begin with %s',
    (text) => {
      expect(readPlainText(`T\n\n${text}`).paragraphs).toEqual([buildParagraph({ text, block: 1, line: 3 })]);
    },
  );
});

function item(own: Pick<Paragraph, 'text' | 'block'> & Partial<Paragraph>): Paragraph {
  return buildParagraph({ kind: 'item', depth: 1, ...own });
}

function readAll(text: string): string[] {
  return readPlainText(text).paragraphs.map(underHeadings);
}

describe('questions and answers in a plain text', () => {
  test.each([
    ['Q: May I?\nA: One.\nQ: And he?\nA: Two\nthree.', ['May I? › One.', 'And he? › Two three.']],
    ['Q: May I?\n\nA: One.\n\nTwo.', ['May I? › One.', 'May I? › Two.']],
    ['Q1: May I? A: One.\n\nQ2: And he?\nOne', ['May I? › One.', 'And he? › One']],
    [
      'One.\nQ: May I?\nQ: And he?\nA: Bring:\n1) a\n2) b',
      ['One.', 'Q: May I?', 'And he? › Bring:', 'And he? › a', 'And he? › b'],
    ],
    ['Q: this is none', ['Q: this is none']],
    ['Plan\nA: one', ['Plan', 'A: one']],
  ])('are recognised by their marks: %j', (text, read) => {
    expect(readAll(`T\n\n${text}`)).toEqual(read);
  });

  test('are not a title', () => {
    expect(readPlainText('Q: May I?\n\nA: One.').title).toBeNull();
    expect(readAll('Q: May I?\n\nA: One.')).toEqual(['May I? › One.']);
  });

  test('are in sections of their own', () => {
    const { paragraphs } = readPlainText('T\n\nZero.\nQ: May I?\nA: One.\nQ: And he?\nA: Two.');
    expect(paragraphs.map(({ section }) => section)).toEqual([0, 1, 2]);
  });
});

test.each(['1) a\n2) b', '1. a\n2. b', '- a\n- b'])('text right above a list introduces it: %j', (list) => {
  const { paragraphs } = readPlainText(`T\n\nTo join, do this\n${list}`);
  expect(paragraphs.map(({ kind, lead }) => [kind, lead])).toEqual([
    ['text', null],
    ['item', 'To join, do this'],
    ['item', 'To join, do this'],
  ]);
});
