import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standOut } from '../../src/wording/stand-out.ts';

/** What stands out of a text in which the short answer is these words. */
function outOf(text: string, words: string, asked = 'What is it?'): string | null {
  const start = text.indexOf(words);
  const span = standOut({ text, answer: { start, end: start + words.length } }, asked);
  return span && text.slice(span.start, span.end);
}

test.each([
  ['It was built in 1900.', '1900', '1900'],
  ['The address is play.example.org.', 'play', 'play.example.org'],
  ['The address is play.example.org.', 'play.example.org', 'play.example.org'],
  ['Run /discord link in the game.', 'discord link', '/discord link'],
  ['Ask @moderators, please.', 'moderators', '@moderators'],
  ['It is in "config/rules.yml", at the end.', 'rules', 'config/rules.yml'],
  ['It costs $5, or 4 €.', '5', '$5'],
  ['It is a well-known tower.', 'known', 'known'],
  ['サーバーはplay.example.orgです。', 'play.example.org', 'play.example.org'],
  ['It opens at 9:00-17:00.', '9:00', '9:00'],
])('in %j the answer %j is shown as %j', (text, words, expected) => {
  expect(outOf(text, words)).toBe(expected);
});

test.each([
  ['They can both join; see below.', 'join', 'Can bedrock players join?', null],
  ['On Sundays it is closed.', 'Sundays', 'Is it open on Sunday?', null],
  ['The tower is white.', 'The tower', 'What colour has a tower?', null],
  ['It is not allowed.', 'not allowed', 'Is it allowed?', 'not allowed'],
  ['It is ✅ here.', '✅', 'Is it here?', '✅'],
])('in %j, “%s” to %j is shown as %j', (...[text, words, asked, expected]) => {
  expect(outOf(text, words, asked)).toBe(expected);
});

test('no answer stands out as none', () => {
  expect(standOut({ text: 'It is white.', answer: null }, '')).toBeNull();
});

test('what stands out holds the answer, and takes time in proportion to neither text nor token', () => {
  const text = fc
    .array(fc.constantFrom('a', '.', '/', '@', ' ', '水', '-', ':', '(', 'é'), {
      minLength: 3,
      maxLength: 400,
    })
    .map((signs) => signs.join(''));
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (line, from, chars) => {
      const start = from % (line.length - 1);
      const end = Math.min(line.length, start + 1 + (chars % 20));
      const span = standOut({ text: line, answer: { start, end } }, 'what');
      if (span === null) return;
      expect(span.start).toBeLessThanOrEqual(start);
      expect(span.end).toBeGreaterThanOrEqual(end);
      expect(span.end - span.start).toBeLessThanOrEqual(end - start + 200);
    }),
  );
});
