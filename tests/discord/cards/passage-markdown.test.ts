import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PassageLine } from '../../../src/answering/passage/passage.ts';
import { formatPassage, type PassageOptions } from '../../../src/discord/cards/passage-markdown.ts';
import { toWebLink } from '../../../src/discord/kit/markdown/links.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { LANGUAGES } from '../../../src/wording/languages.ts';
import { readDiscordMarkdown } from '../discord-markdown.ts';
import { hostilePassage } from '../hostile-passage.ts';
import { madeUpLine, madeUpMatch, madeUpPassage } from '../made-up.ts';

const SHOWN: PassageOptions = {
  texts: english,
  asked: 'What?',
  moreButton: 'Context',
  maxChars: 3000,
  isQuoted: true,
};

const match = madeUpMatch({}, {});
function markdown(lines: readonly PassageLine[], differing: Partial<PassageOptions> = {}, left = 0): string {
  return formatPassage(madeUpPassage(match, { lines, left }), { ...SHOWN, ...differing });
}

const item = (text: string, marker = '- '): PassageLine => madeUpLine(text, { kind: 'item', marker });
const code = (text: string): PassageLine => madeUpLine(text, { kind: 'code' });

/** A line of text with one link in it. */
function linked(before: string, words: string, address: string): PassageLine {
  const start = before.length;
  return madeUpLine(`${before}${words}.`, { links: [{ start, end: start + words.length, address }] });
}

describe('a passage in Discord’s Markdown', () => {
  test('quotes each line, with lists that are lists', () => {
    const lines = [
      madeUpLine('Not allowed:'),
      item('Meteor *Client*'),
      item('# 1', '  - '),
      item('Two', '2. '),
    ];
    expect(markdown(lines)).toBe('> Not allowed:\n> - Meteor \\*Client\\*\n>   - \\# 1\n> 2. Two');
  });

  test('parts paragraphs and headings by blank lines, and hangs the lines of an item under its words', () => {
    const lines = [
      madeUpLine('One.\nTwo.'),
      madeUpLine('Ranks', { kind: 'heading' }),
      madeUpLine('Three.'),
      item('Four\n\nFive', '3. '),
      item('goes on', '   '),
    ];
    expect(markdown(lines)).toBe(
      '> One.\n> Two.\n> \n> **Ranks**\n> Three.\n> 3. Four\n>    Five\n>    goes on',
    );
  });

  test('shows code in a block that is no quote', () => {
    const lines = [madeUpLine('Run:'), code('/discord *link*\n\n\tnow'), madeUpLine('Then wait.')];
    expect(markdown(lines)).toBe('> Run:\n```\n/discord *link*\n\n\tnow\n```\n> Then wait.');
  });

  test('shows a line of code with three backticks as text between two blocks', () => {
    expect(markdown([code('a\n```js\nb')])).toBe('```\na\n```\n> \\`\\`\\`js\n```\nb\n```');
  });

  test('shows the short answer in bold, with the whole link that it is in', () => {
    const answer = { start: 15, end: 19 };
    expect(markdown([madeUpLine('The address is near the gate.', { answer })])).toBe(
      '> The address is **near** the gate.',
    );
    expect(markdown([{ ...linked('The address is ', 'near the gate', 'https://a.example/b'), answer }])).toBe(
      '> The address is **[near the gate](<https://a.example/b>)**.',
    );
    expect(
      markdown([madeUpLine('The address is near the gate.', { answer })], { asked: null }),
    ).not.toContain('**');
  });

  test('says how much is left, and which button shows more', () => {
    expect(markdown([madeUpLine('One.')], {}, 5)).toBe('> One.\n-# … 5 more lines under *Context*');
    expect(markdown([madeUpLine('One.')], { moreButton: null }, 1)).toBe('> One.\n-# … 1 more line');
  });

  test('cuts what does not fit at the end of a line, and never a heading from what is below it', () => {
    const lines = [
      madeUpLine('a'.repeat(100)),
      madeUpLine('Ranks', { kind: 'heading' }),
      ...Array.from({ length: 5 }, () => item('b'.repeat(150))),
    ];
    const shown = markdown(lines, { maxChars: 320 }, 2);
    expect(shown).toBe(`> ${'a'.repeat(100)}\n-# … 7 more lines under *Context*`);
    const cutCode = markdown(
      [code(Array.from({ length: 30 }, (_, i) => `line ${i} ${'x'.repeat(20)}`).join('\n'))],
      {
        maxChars: 300,
      },
    );
    expect(cutCode).toMatch(/^```\nline 0 x+\n(?:line \d x+\n)+```\n-# … 2\d more lines under /);
  });

  test('shows the beginning of a first line that is too long', () => {
    expect(markdown([madeUpLine('word '.repeat(200))], { maxChars: 300 })).toMatch(
      /^> word .*…\n-# … 1 more/,
    );
    expect(markdown([code('x'.repeat(900))], { maxChars: 300 })).toMatch(/^```\nx+…\n```\n-# … 1 more/);
  });
});

describe('a link', () => {
  test.each([
    ['can be pressed', 'the guide', 'https://a.example/b_(c)', '[the guide](<https://a.example/b_%28c%29>)'],
    ['that names its address is that', 'a.example/b', 'https://a.example/b', '<https://a.example/b>'],
    [
      'that looks like another address stands before the real one',
      'bank.example',
      'https://evil.example/',
      'bank.example (<https://evil.example/>)',
    ],
    [
      'that looks like one in other letters, too',
      'ｂａｎｋ．com',
      'https://evil.example/',
      'ｂａｎｋ．com (<https://evil.example/>)',
    ],
    ['that Discord does not take is told', 'here', 'http://localhost:1/x', 'here (<http://localhost:1/x>)'],
    ['to a mailbox is told', 'us', 'mailto:us@example.org', 'us (us\\@example.org)'],
    ['with brackets in its words is told', 'a[1]', 'https://a.example/', 'a\\[1\\] (<https://a.example/>)'],
  ])('%s: %s', (...[, words, address, expected]) => {
    expect(markdown([linked('See ', words, address)])).toBe(`> See ${expected}.`);
  });
});

describe('whatever an article holds', () => {
  const allowed = ['quote', 'list', 'bold', 'masked link', 'code block', 'subtext', 'italics'];
  const texts = fc.constantFrom(...Object.values(LANGUAGES));
  const maxChars = fc.constantFrom(300, 1000, 3000);

  test('a passage keeps its length, closes its code blocks, pings nobody and formats nothing else', () => {
    fc.assert(
      fc.property(hostilePassage, texts, maxChars, (...[passage, language, most]) => {
        const shown = formatPassage(passage, { ...SHOWN, texts: language, maxChars: most });
        expect(shown.length).toBeLessThanOrEqual(most);
        expect(shown.split('\n').filter((line) => line.includes('```'))).toHaveLength(
          readDiscordMarkdown(shown).code.length * 2,
        );
        const { formatting } = readDiscordMarkdown(shown);
        expect(formatting.filter((name) => !allowed.includes(name))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('a link leads where its words do not deny it', () => {
    fc.assert(
      fc.property(hostilePassage, (passage) => {
        const { masked } = readDiscordMarkdown(formatPassage(passage, SHOWN));
        const known = new Set(
          passage.lines.flatMap(({ links }) =>
            links.map(({ address }) =>
              toWebLink(address)?.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('*', '%2A'),
            ),
          ),
        );
        for (const { words, address } of masked) {
          expect(known).toContain(address);
          expect(words).not.toMatch(/https?:|bank|@everyone|\]/i);
        }
      }),
      { numRuns: 300 },
    );
  });
});
