import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  escapeLinks,
  escapeMarkdown,
  escapeWithin,
  extractQuestion,
  touchesAddress,
} from '../../../../src/discord/kit/markdown/markdown.ts';
import { toPrintable } from '../../../../src/text/layout/printable.ts';
import { cpuMsOf } from '../../../cpu-time.ts';
import { readDiscordMarkdown } from '../../discord-markdown.ts';

const SLACK_MS = 130;

/** Everything Discord makes something of, with the rule that the model must see in it. */
const FORMATTED: readonly (readonly [string, string])[] = [
  ['**bold**', 'bold'],
  ['*italics*', 'italics'],
  ['_italics_', 'italics'],
  ['__underline__', 'underline'],
  ['~~gone~~', 'strikethrough'],
  ['||spoiler||', 'spoiler'],
  ['`code`', 'code'],
  ['``co`de``', 'code'],
  ['```js\nblock```', 'code block'],
  ['[here](https://evil.example)', 'masked link'],
  ['<mail@example.org>', 'mail link'],
  ['<t:1>', 'timestamp'],
  ['<t:1618953630:R>', 'timestamp'],
  ['<:a:1>', 'custom emoji'],
  ['<a:wave:123456789012345678>', 'custom emoji'],
  [':smile:', 'emoji name'],
  [':+1:', 'emoji name'],
  [':e-mail:', 'emoji name'],
  ['<#1>', 'channel'],
  ['<@1>', 'mention'],
  ['<@!1>', 'mention'],
  ['<@&1>', 'mention'],
  ['@everyone', 'mention'],
  ['@here', 'mention'],
  ['</ask:1>', 'command'],
  ['</ask now please:1>', 'command'],
  ['<id:guide>', 'navigation'],
  ['steam://run/1', 'other scheme'],
  ['# heading', 'heading'],
  ['### heading', 'heading'],
  ['-# subtext', 'subtext'],
  ['- item', 'list'],
  ['+ item', 'list'],
  ['* item', 'list'],
  ['1. item', 'list'],
  ['  12. item', 'list'],
  ['> quote', 'quote'],
  ['>>> quote', 'quote'],
];

const LONE_SURROGATE = /\p{Cs}/u;

const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...FORMATTED.map(([markdown]) => markdown)),
      fc.constantFrom(
        '*',
        '**',
        '_',
        '`',
        '```',
        '|',
        '||',
        '~~',
        '\\',
        '\\\\',
        '<',
        '>',
        '@',
        ':',
        '#',
        '-',
      ),
      fc.constantFrom(
        '(',
        ')',
        '[',
        ']',
        '](',
        '¯\\_(ツ)_/¯',
        '\n',
        '\r\n',
        '\t',
        '\u001b[31m',
        '\u202e',
        ' ',
      ),
      fc.constantFrom(
        'https://a.example/b_c',
        'http://',
        'https://a.example/(b)_*c*',
        'www.a.example',
        '👩‍👩‍👧‍👦',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', '1', '.', ' ', '!', '*', '_', '\\', ':', '/'), maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('the model of Discord’s Markdown', () => {
  test.each(FORMATTED)('sees what %j does: %s', (markdown, rule) => {
    expect(readDiscordMarkdown(markdown).formatting).toContain(rule);
  });

  test('follows addresses, and takes a backslash behind one for its part', () => {
    expect(readDiscordMarkdown('see https://a.example/b, <http://b.example>.').links).toEqual([
      'https://a.example/b',
      'http://b.example',
    ]);
    expect(readDiscordMarkdown(String.raw`\(https://a.example/b\)`).links).toEqual(['https://a.example/b\\']);
  });

  test('shows the sign behind a backslash, and a backslash before a letter', () => {
    expect(readDiscordMarkdown('\\*a\\b\\\\')).toEqual({
      shown: '*a\\b\\',
      links: [],
      masked: [],
      code: [],
      formatting: [],
    });
  });
});

describe('escapeMarkdown', () => {
  test.each(FORMATTED)('takes all effect from %j', (markdown) => {
    for (const text of [markdown, ` ${markdown} `, `a ${markdown} b`, `a${markdown}${markdown}`]) {
      expect(readDiscordMarkdown(escapeMarkdown(text)).formatting).toEqual([]);
    }
  });

  test('leaves nothing that formats, mentions or links, also at the start of a quote, a list or a line', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { formatting, links } = readDiscordMarkdown(escapeMarkdown(text));
        expect(formatting).toEqual([]);
        for (const link of links) expect(link).toMatch(/^https?:\/\/[^\s<>\\`*|[\]]+$/i);
      }),
      { numRuns: 2000 },
    );
  });

  test('is shown by Discord exactly as the text, letter by letter', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(readDiscordMarkdown(escapeMarkdown(text)).shown).toBe(toPrintable(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('keeps on one line, so that nothing after the first sign stands at the start of a line', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(escapeMarkdown(text)).not.toMatch(/[\n\r\u2028\u2029]/);
      }),
    );
  });

  test.each([
    ['Read https://a.example/b_c today.', 'https://a.example/b_c'],
    ['(see https://a.example/b_c)', 'https://a.example/b_c'],
    ['(see https://a.example/b_c.)', 'https://a.example/b_c'],
    ['Is it “https://a.example/b?q=1&r=[2]”?', 'https://a.example/b?q=1&r='],
    [
      'https://en.wikipedia.example/wiki/Mercury_(planet)',
      'https://en.wikipedia.example/wiki/Mercury_(planet)',
    ],
    ['*https://a.example/*', 'https://a.example/'],
    ['https://a.example/~user/#top', 'https://a.example/~user/#top'],
    ['https://ru.wikipedia.example/wiki/Москва, today', 'https://ru.wikipedia.example/wiki/Москва'],
    ['`HTTPS://A.EXAMPLE`', 'HTTPS://A.EXAMPLE'],
    ['https://a.example/:smile:', 'https://a.example/:smile'],
  ])('keeps the address of %j one that can be followed', (text, address) => {
    const { links, shown, formatting } = readDiscordMarkdown(escapeMarkdown(text));
    expect({ links, shown, formatting }).toEqual({ links: [address], shown: text, formatting: [] });
  });

  test('does not link an address that was cut', () => {
    const cut = escapeWithin(`https://a.example/${'b'.repeat(100)}`, 40);
    expect(readDiscordMarkdown(cut)).toMatchObject({ links: [], formatting: [] });
    expect(readDiscordMarkdown(cut).shown).toMatch(/^https:\/\/a\.example\/b+…$/);
  });

  test('leaves plain prose as it is', () => {
    const prose =
      'On 4.5.2008, at 10:30, “Customs” - the service’s #1 - said: no. 50% & more; it’s 3 + 4 = 7!';
    expect(escapeMarkdown(prose)).toBe(prose);
  });

  test.each(['*', ':', 'https://', 'https://(', 'https://,', '(((', '1.', ' '])(
    'does work in proportion to the text: %j, repeated',
    (sign) => {
      const [short, long] = [sign.repeat(20_000), sign.repeat(80_000)];
      escapeMarkdown(short);
      const once = cpuMsOf(() => escapeMarkdown(short));
      // Linear work grows four times, quadratic work sixteen times; the slack is for garbage collection.
      expect(cpuMsOf(() => escapeMarkdown(long))).toBeLessThan(10 * once + SLACK_MS);
    },
  );
});

describe('escapeWithin', () => {
  const limited = fc.tuple(hostileText, fc.integer({ min: 0, max: 120 }));

  test('keeps every limit', () => {
    fc.assert(
      fc.property(limited, ([text, maxChars]) => {
        expect(escapeWithin(text, maxChars).length).toBeLessThanOrEqual(maxChars);
      }),
      { numRuns: 2000 },
    );
  });

  test('never divides an escape, an address’s brackets or a surrogate pair', () => {
    fc.assert(
      fc.property(limited, ([text, maxChars]) => {
        const escaped = escapeWithin(text, maxChars);
        expect(escaped).not.toMatch(/(?<!\\)(?:\\\\)*\\$/);
        expect(LONE_SURROGATE.test(escaped)).toBe(false);
        expect(readDiscordMarkdown(escaped).formatting).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('gives all of a text that fits, else its beginning with a mark', () => {
    fc.assert(
      fc.property(limited, ([text, maxChars]) => {
        const whole = escapeMarkdown(text);
        const escaped = escapeWithin(text, maxChars);
        const { shown } = readDiscordMarkdown(escaped);
        expect(whole.length <= maxChars ? escaped === whole : /^$|…$/.test(shown)).toBe(true);
        expect(toPrintable(text).startsWith(shown.replace(/…$/, ''))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('uses most of the room even when every sign is escaped', () => {
    expect(escapeWithin('*'.repeat(1000), 200).length).toBeGreaterThan(150);
  });
});

test('tells a stretch that stands in an address, which marks would divide', () => {
  const text = 'See https://a.example/2008/report.pdf of 2008.';
  const place = text.indexOf('2008');
  expect(touchesAddress(text, { start: place, end: place + 4 })).toBe(true);
  expect(touchesAddress(text, { start: text.lastIndexOf('2008'), end: text.length - 1 })).toBe(false);
});

describe('escapeLinks', () => {
  test.each([
    'discord.gg/abc',
    'DISCORD.GG/abc',
    'https://discord.com/invite/abc',
    'www.example.org',
    'steam://run',
  ])('leaves nothing of %s that could be followed or unfold', (address) => {
    const escaped = escapeLinks(`see ${address} now`);
    expect(readDiscordMarkdown(escaped).links).toEqual([]);
    expect(escaped).not.toMatch(/discord(?:\.gg|\.com)|(?<!\\):\/\/|example\.org/i);
    expect(escaped.replaceAll('\\', '')).toBe(`see ${address} now`);
  });

  test('shows every text letter by letter', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('a.:/<>*_@#`[]()\\ 1é')),
      maxLength: 40,
      size: 'max',
    });
    fc.assert(
      fc.property(text, (plain) => {
        const { shown, links, formatting } = readDiscordMarkdown(escapeLinks(plain));
        expect([shown, links, formatting]).toEqual([toPrintable(plain), [], []]);
      }),
    );
  });
});

test.each([
  ['<@1574874875997192193> when does it open?', 'when does it open?'],
  ['<@!1574874875997192193>when?', 'when?'],
  ['ask <@&1574874875997192193> in <#1574874875997192193>', 'ask in'],
  ['<:wave:1574874875997192193> hello <a:dance_2:1574874875997192193>', 'hello'],
  ['</ask:1574874875997192193> </settings people:1574874875997192193> who', 'who'],
  ['at <t:1700000000:R> or <t:-5>?', 'at or ?'],
  ['  two\nlines ', 'two lines'],
  ['is 3 < 4 and 5 > 4? <b> <@x> <https://a.example>', 'is 3 < 4 and 5 > 4? <b> <@x> <https://a.example>'],
  ['<@1574874875997192193>', ''],
])('reads %j as %j', (content, question) => {
  expect(extractQuestion(content)).toBe(question);
});

test('leaves every text without mentions as it is, white space aside', () => {
  fc.assert(
    fc.property(
      fc.string().map((text) => text.replaceAll('<', '')),
      (content) => {
        expect(extractQuestion(content)).toBe(content.replace(/\s+/g, ' ').trim());
      },
    ),
  );
});
