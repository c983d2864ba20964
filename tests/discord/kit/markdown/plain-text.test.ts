import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildAnswerCard } from '../../../../src/discord/cards/answer-card.ts';
import { toPlainText } from '../../../../src/discord/kit/markdown/plain-text.ts';
import { buildReply } from '../../../../src/discord/kit/replies.ts';
import { toPrintable } from '../../../../src/text/layout/printable.ts';
import { LANGUAGES } from '../../../../src/wording/languages.ts';
import { checkMessage } from '../../../local-discord/rules/all-rules.ts';
import { readMessage } from '../../../local-discord/rules/body-views.ts';
import { readDiscordMarkdown } from '../../discord-markdown.ts';
import { hostilePassage } from '../../hostile-passage.ts';
import { hostile, madeUpReply } from '../../made-up.ts';

function breaches(content: Parameters<typeof buildReply>[0]) {
  const { allowedMentions: allowed_mentions, ...body } = buildReply(content);
  return checkMessage(readMessage({ ...body, allowed_mentions }));
}

test('an answer in plain text tells the question, the quote, and where it stands', () => {
  const article = { title: 'The *tower*', url: 'https://example.org/tower' };
  const { content = '', embeds } = toPlainText({
    embeds: [buildAnswerCard(madeUpReply({ article }), LANGUAGES.en)],
  });
  expect(embeds).toEqual([]);
  expect(content.split('\n').slice(0, 4)).toEqual([
    '**When was the tower built?**',
    '**The \\*tower\\***',
    '<https://example.org/tower>',
    '> The tower was built in **1900**.',
  ]);
  expect(content).toContain('Where: tower.md › paragraph 1, sentence 1');
});

test('a card in plain text is taken by Discord, unfolds nothing and pings nobody, whatever and however long it is', () => {
  const words = { title: hostile(400), text: hostile(5000), question: hostile(400) };
  fc.assert(
    fc.property(fc.record(words), ({ title, text, question }) => {
      const fact = { text, headings: [title] };
      const card = buildAnswerCard(
        madeUpReply({ article: { title }, fact, question, shortAnswer: null }),
        LANGUAGES.de,
      );
      const plain = toPlainText({ content: '<@1>', embeds: [card] });
      expect(breaches(plain)).toEqual([]);
      const { links } = readDiscordMarkdown(plain.content ?? '');
      const given = toPrintable([text, title, question].join(' '));
      expect(links.filter((link) => !given.includes(link))).toEqual([]);
    }),
  );
});

test('a long quote is cut between words, and the place behind it stays', () => {
  const text = `${'word '.repeat(900)}end.`;
  const { content = '' } = toPlainText({
    embeds: [buildAnswerCard(madeUpReply({ fact: { text }, shortAnswer: null }), LANGUAGES.en)],
  });
  expect(content.length).toBeLessThanOrEqual(2000);
  expect(content).toMatch(/word …\nWhere: /);
});

test('a passage is cut at the end of a line, its code blocks closed, and its picture is named', () => {
  const texts = fc.constantFrom(...Object.values(LANGUAGES));
  fc.assert(
    fc.property(hostilePassage, texts, (passage, language) => {
      const card = buildAnswerCard({ ...madeUpReply(), passage }, language, {
        moreButton: 'Context',
        outdatedFrom: '2018-12-17',
      });
      const plain = toPlainText({ embeds: [card] });
      expect(breaches(plain)).toEqual([]);
      const { code } = readDiscordMarkdown(plain.content ?? '');
      const fences = (plain.content ?? '').split('\n').filter((line) => line.includes('```'));
      expect(fences).toHaveLength(2 * code.length);
      expect(plain.content).toContain(card.image === undefined ? '' : `<${card.image.url}>`);
    }),
    { numRuns: 300 },
  );
});
