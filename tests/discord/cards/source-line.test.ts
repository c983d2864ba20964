import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addTextFragment,
  buildSourceLine,
  MAX_SOURCE_CHARS,
} from '../../../src/discord/cards/source-line.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { readDiscordMarkdown } from '../discord-markdown.ts';
import { hostile, madeUpMatch } from '../made-up.ts';

describe('a link to the words of a passage', () => {
  test('points at the first six words', () => {
    expect(addTextFragment('https://a.example/page', 'The tower was built in 1900, they say.')).toBe(
      'https://a.example/page#:~:text=The%20tower%20was%20built%20in%201900%2C',
    );
  });

  test('keeps an anchor, and escapes the hyphens that would have a meaning', () => {
    expect(addTextFragment('https://a.example/page#rules', 'Be well-behaved.')).toBe(
      'https://a.example/page#rules:~:text=Be%20well%2Dbehaved.',
    );
  });

  test.each([
    ['not an address', 'Words.'],
    ['https://a.example/', ' \n '],
    ['https://a.example/#:~:text=own', 'Words.'],
  ])('leaves %s as it is', (address, text) => {
    expect(addTextFragment(address, text)).toBe(address);
  });

  test('opens the same page, whatever the passage says', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true }), hostile(300), (address, text) => {
        const linked = new URL(addTextFragment(address, text));
        const given = new URL(address);
        expect([linked.origin, linked.pathname, linked.search]).toEqual([
          given.origin,
          given.pathname,
          given.search,
        ]);
      }),
    );
  });
});

test('the line of a source is short and small, and formats nothing but its link', () => {
  const url = fc.oneof(fc.constant(null), fc.webUrl(), hostile(600));
  fc.assert(
    fc.property(hostile(400), fc.array(hostile(400), { maxLength: 4 }), url, (title, headings, address) => {
      const { fact, article } = madeUpMatch({ title, url: address, published: '2008-09-05' }, { headings });
      const line = buildSourceLine(fact, article, english);
      expect(line.length).toBeLessThanOrEqual(MAX_SOURCE_CHARS);
      expect(line).not.toContain('\n');
      const { formatting } = readDiscordMarkdown(line);
      expect(formatting.filter((rule) => rule !== 'masked link')).toEqual(['subtext']);
    }),
  );
});
