import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractQuestion } from '../../../../src/discord/kit/markdown/extract-question.ts';

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
