import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extendToTokens } from '../../../src/answering/verdict/short-answer.ts';

function whole(text: string, part: string): string | null {
  const start = text.indexOf(part);
  const span = extendToTokens(text, { start, end: start + part.length });
  return span && text.slice(span.start, span.end);
}

describe('a stretch of a text', () => {
  test.each([
    ['The address is play.example.org, always.', 'play', 'play.example.org'],
    ['Vote on https://vote.example.org/now today.', 'https', 'https://vote.example.org/now'],
    ['It restarts at 04:00 UTC.', '00 UTC', '04:00 UTC'],
    ['Type /discord link now.', 'discord', '/discord'],
    ['Open from 9:00-17:00 daily.', '9:00', '9:00'],
    ['It was built in 1900.', '1900', '1900'],
    ['The address is play.example.org.', 'play', 'play.example.org'],
    ['The address is play.example.org.', 'play.example.org', 'play.example.org'],
    ['Run /discord link in the game.', 'discord link', '/discord link'],
    ['Ask @moderators, please.', 'moderators', '@moderators'],
    ['It is in "config/rules.yml", at the end.', 'rules', 'config/rules.yml'],
    ['It costs $5, or 4 €.', '5', '$5'],
    ['It is a well-known tower.', 'known', 'known'],
    ['サーバーはplay.example.orgです。', 'play.example.org', 'play.example.org'],
    ['The first (and last) word.', 'first', 'first'],
  ])('of “%s” that holds “%s” becomes “%s”', (text, part, expected) =>
    expect(whole(text, part)).toBe(expected),
  );

  test('is null in a very long token', () => {
    const text = `See a/${'b'.repeat(300)} there.`;
    expect(extendToTokens(text, { start: 100, end: 110 })).toBeNull();
  });

  test('includes the original span, and takes time independent of text and token', () => {
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
        const span = extendToTokens(line, { start, end });
        if (span === null) return;
        expect(span.start).toBeLessThanOrEqual(start);
        expect(span.end).toBeGreaterThanOrEqual(end);
        expect(span.end - span.start).toBeLessThanOrEqual(end - start + 200);
      }),
    );
  });
});
