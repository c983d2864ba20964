import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../src/knowledge/plain-text.ts';

function textsOf(text: string): string[] {
  return readPlainText(text).blocks.map((block) => block.text);
}

describe('a plain text article', () => {
  it('is a title, a blank line and paragraphs parted by blank lines', () => {
    expect(readPlainText(' The  title \n\nOne.\n\nTwo.\n')).toEqual({
      title: 'The title',
      blocks: [
        { text: 'One.', headings: [], lead: null, isOneFact: false },
        { text: 'Two.', headings: [], lead: null, isOneFact: false },
      ],
      flaws: [],
    });
  });

  it('has a space of the same length for each line break inside a paragraph', () => {
    expect(textsOf('T\n\n  one\ntwo \n three\n \t\n\nfour')).toEqual(['one two   three', 'four']);
  });

  it('keeps Markdown’s marks, no-break spaces and quotes as they are', () => {
    expect(textsOf('T\n\n# *a*\u00a0“b” &amp;\n- c')).toEqual(['# *a*\u00a0“b” &amp; - c']);
  });

  it('may have no paragraph', () => {
    expect(textsOf('')).toEqual([]);
    expect(textsOf('T\n\n \n')).toEqual([]);
  });

  it.each([
    ['whose first line is blank', '\nText', ['Text']],
    ['of one line', 'Text', ['Text']],
    ['with text right under its first line', 'One\ntwo.\n\nThree.', ['One two.', 'Three.']],
    [
      'with a first line that drives a terminal',
      '\u001b[31mT\n\nText',
      [expect.stringContaining('[31mT'), 'Text'],
    ],
    ['with a paragraph for a title', `${'x '.repeat(200)}\n\nText`, ['x '.repeat(200).trim(), 'Text']],
  ])('%s has no title, and all is text', (_, text, texts) => {
    expect(readPlainText(text).title).toBeNull();
    expect(textsOf(text)).toEqual(texts);
  });
});

it('is without characters that nobody sees, and those that turn the direction of writing are told', () => {
  const { blocks, flaws } = readPlainText('T\n\nOne\u200b.\n\n\u200b\n\nTwo \u202eowt\u202c.');
  expect(blocks.map(({ text }) => text)).toEqual(['One.', 'Two owt.']);
  expect(flaws).toMatchObject([{ kind: 'warning', line: 7 }]);
});
