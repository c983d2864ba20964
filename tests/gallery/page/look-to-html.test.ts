import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownToHtml } from './look-to-html.ts';

const names = {
  users: new Map([['1', 'Mia']]),
  roles: new Map([['2', 'Helpers']]),
  channels: new Map([['3', 'general']]),
  now: 1_795_877_640_000,
};
const html = (markdown: string): string => markdownToHtml(markdown, names);

describe('Discord’s Markdown in the page', () => {
  test.each([
    ['**a** *b* __c__ ~~d~~', '<strong>a</strong> <em>b</em> <u>c</u> <s>d</s>'],
    ['**a _b_**', '<strong>a <em>b</em></strong>'],
    ['snake_case_word', 'snake_case_word'],
    ['`a*b*<`', '<discord-code embed>a*b*&lt;</discord-code>'],
    ['one\ntwo', 'one<br>two'],
    ['> one\n> two\nthree', '<discord-quote>one<br>two</discord-quote>three'],
    ['> 12\\* > 3', '<discord-quote>12* &gt; 3</discord-quote>'],
    [
      '> do:\n> - a\n> - b',
      '<discord-quote>do:<br><discord-unordered-list><discord-list-item>a</discord-list-item><discord-list-item>b</discord-list-item></discord-unordered-list></discord-quote>',
    ],
    ['-# small', '<discord-subscript>small</discord-subscript>'],
    ['## Title', '<discord-header level="2">Title</discord-header>'],
    ['<@1> <@&2> <#3>', mentions('user Mia', 'role Helpers', 'channel general')],
    ['https://discord.com/channels/9/3/4', mentions('channel general › 💬')],
    ['<t:1795877520:R>', '<span class="moment">2 minutes ago</span>'],
    ['<t:1795877520:f>', '<span class="moment">28 November 2026 at 14:52</span>'],
  ])('%j', (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  test('lists are lists, one item a line', () => {
    expect(html('do:\n- **a**\n- b')).toBe(
      'do:<br><discord-unordered-list><discord-list-item><strong>a</strong></discord-list-item><discord-list-item>b</discord-list-item></discord-unordered-list>',
    );
  });

  test('what is set in below an item belongs to it, small print too, and the list goes on', () => {
    expect(html('1. a\n  -# b\n2. c\n  d\ne')).toBe(
      '<discord-ordered-list><discord-list-item>a<br><discord-subscript>b</discord-subscript></discord-list-item><discord-list-item>c<br>d</discord-list-item></discord-ordered-list>e',
    );
  });

  test('a list that is set in below an item is a list in it', () => {
    expect(html('- a\n  - b\n- c')).toBe(
      '<discord-unordered-list><discord-list-item>a<br><discord-unordered-list><discord-list-item>b</discord-list-item></discord-unordered-list></discord-list-item><discord-list-item>c</discord-list-item></discord-unordered-list>',
    );
  });

  test('links lead to web addresses only', () => {
    expect(html('[x](https://a.example/b) <https://a.example/_c_>')).toContain(
      'href="https://a.example/_c_"',
    );
    expect(html('[x](javascript:alert)')).not.toContain('href');
  });

  test('what is escaped is shown and has no effect', () => {
    expect(html('\\*\\*a\\*\\* \\<@1\\> \\- b')).toBe('**a** &lt;@1&gt; - b');
  });

  test('whatever the text, the page holds no element and no attribute of its own making', () => {
    const hostile = fc.array(
      fc.constantFrom(
        '<img src=x onerror=alert(1)>',
        '"',
        "'",
        '>',
        '`',
        '**',
        '\n',
        '> ',
        '- ',
        '[a](',
        'https://e.x/',
        ')',
        '</discord-quote>',
        '\\',
        '&lt;',
        'a',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(hostile, (pieces) => {
        const tags = html(pieces.join('')).match(/<[^>]*>?/g) ?? [];
        for (const tag of tags) expect(tag).toMatch(OUR_TAG);
      }),
    );
  });
});

const OUR_TAG =
  /^<\/?(?:br|strong|em|u|s|discord-[a-z-]+)(?: (?:embed|multiline|(?:level|type|target)="\w+"|href="https?:[^"<>]*"))*>$/;

function mentions(...typed: readonly string[]): string {
  return typed
    .map((each) => {
      const [type = '', ...name] = each.split(' ');
      return `<discord-mention type="${type}">${name.join(' ')}</discord-mention>`;
    })
    .join(' ');
}
