import { type APIEmbed, MessageFlagsBitField } from 'discord.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPassage } from '../../../../src/discord/cards/passage-markdown.ts';
import { escapeWithin } from '../../../../src/discord/kit/markdown/markdown.ts';
import { toPlainText } from '../../../../src/discord/kit/markdown/plain-text.ts';
import { buildReply } from '../../../../src/discord/kit/replies.ts';
import { toPrintable } from '../../../../src/text/layout/printable.ts';
import { LANGUAGES } from '../../../../src/wording/languages.ts';
import { checkMessage } from '../../../local-discord/rules/all-rules.ts';
import { readMessage } from '../../../local-discord/rules/body-views.ts';
import { readDiscordMarkdown } from '../../discord-markdown.ts';
import { hostilePassage } from '../../hostile-passage.ts';
import { hostile } from '../../made-up.ts';

function breaches(content: Parameters<typeof buildReply>[0]) {
  const { allowedMentions: allowed_mentions, flags = [], ...body } = buildReply(content);
  return checkMessage(
    readMessage({ ...body, flags: new MessageFlagsBitField(flags).bitfield, allowed_mentions }),
  );
}

/** A card with all that cards have. */
function buildEmbed(description: string, { title = 'The *tower*', question = '' } = {}): APIEmbed {
  const name = toPrintable(question).trim().slice(0, 200);
  return {
    ...(name === '' ? {} : { author: { name } }),
    title: escapeWithin(title, 256) || 'Title',
    url: 'https://example.org/tower',
    description,
    fields: [{ name: 'Where', value: 'tower.md' }],
    footer: { text: 'articles read' },
  };
}

test('a card in plain text tells all of its parts', () => {
  const card = buildEmbed('> The tower was built in **1900**.', { question: 'When was the tower built?' });
  const { content = '', embeds } = toPlainText({ embeds: [card] });
  expect(embeds).toEqual([]);
  expect(content.split('\n')).toEqual([
    '**When was the tower built?**',
    '**The \\*tower\\***',
    '<https://example.org/tower>',
    '> The tower was built in **1900**.',
    'Where: tower.md',
    '-# articles read',
  ]);
});

test('a card in plain text is taken by Discord, unfolds nothing and pings nobody, whatever and however long it is', () => {
  const words = { title: hostile(400), text: hostile(5000), question: hostile(400) };
  fc.assert(
    fc.property(fc.record(words), ({ title, text, question }) => {
      const card = buildEmbed(escapeWithin(text, 4000) || 'Text', { title, question });
      const plain = toPlainText({ content: '<@1>', embeds: [card] });
      expect(breaches(plain)).toEqual([]);
      const { links } = readDiscordMarkdown(plain.content ?? '');
      const given = toPrintable([text, title, question, card.url].join(' '));
      expect(links.filter((link) => !given.includes(link))).toEqual([]);
    }),
  );
});

test('a long text is cut between words, and what stands behind it stays', () => {
  const { content = '' } = toPlainText({ embeds: [buildEmbed(`${'word '.repeat(900)}end.`)] });
  expect(content.length).toBeLessThanOrEqual(2000);
  expect(content).toMatch(/word …\nWhere: /);
});

test('a passage is cut at the end of a line, and its code blocks are closed', () => {
  const texts = fc.constantFrom(...Object.values(LANGUAGES));
  fc.assert(
    fc.property(hostilePassage, texts, (passage, language) => {
      const options = { texts: language, asked: null, moreButton: null, maxChars: 3000, isQuoted: true };
      const plain = toPlainText({ embeds: [buildEmbed(formatPassage(passage, options) || 'Text')] });
      expect(breaches(plain)).toEqual([]);
      const { code } = readDiscordMarkdown(plain.content ?? '');
      const fences = (plain.content ?? '').split('\n').filter((line) => line.includes('```'));
      expect(fences).toHaveLength(2 * code.length);
    }),
    { numRuns: 300 },
  );
});
