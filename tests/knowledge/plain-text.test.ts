import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../src/knowledge/plain-text.ts';

function textsOf(text: string): string[] | undefined {
  return readPlainText(text).content?.blocks.map((block) => block.text);
}

describe('a plain text article', () => {
  it('is a title, a blank line and paragraphs parted by blank lines', () => {
    expect(readPlainText(' The  title \n\nOne.\n\nTwo.\n')).toEqual({
      content: {
        metadata: {
          title: 'The title',
          url: null,
          publisher: null,
          published: null,
          captured: null,
          language: null,
          staleAfterDays: null,
          aliases: [],
          pinned: [],
        },
        blocks: [
          { text: 'One.', headings: [], lead: null, isOneFact: false },
          { text: 'Two.', headings: [], lead: null, isOneFact: false },
        ],
      },
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
    expect(textsOf('T')).toEqual([]);
    expect(textsOf('T\n\n \n')).toEqual([]);
  });

  it.each([
    ['without a title', '\nText', 1, 'title-empty'],
    ['that is empty', '', 1, 'title-empty'],
    ['with text right under the title', 'T\nText', 2, 'no-blank-line'],
    ['with a title that drives a terminal', '\u001b[31mT\n\nText', 1, 'title-control-characters'],
    ['with a paragraph for a title', `${'x '.repeat(200)}\n\nText`, 1, 'title-too-long'],
  ])('%s is refused', (...[, text, line, code]) => {
    expect(readPlainText(text)).toMatchObject({
      content: null,
      flaws: [{ kind: 'skipped', line, cause: { code } }],
    });
  });
});

it('is without characters that nobody sees, and those that turn the direction of writing are told', () => {
  const { content, flaws } = readPlainText('T\n\nOne\u200b.\n\n\u200b\n\nTwo \u202eowt\u202c.');
  expect(content?.blocks.map(({ text }) => text)).toEqual(['One.', 'Two owt.']);
  expect(flaws).toMatchObject([{ kind: 'warning', line: 7 }]);
});
