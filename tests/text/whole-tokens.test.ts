import { describe, expect, test } from 'vitest';
import { withWholeTokens } from '../../src/text/whole-tokens.ts';

function whole(text: string, part: string): string | null {
  const start = text.indexOf(part);
  const span = withWholeTokens(text, { start, end: start + part.length });
  return span && text.slice(span.start, span.end);
}

describe('a stretch of a text', () => {
  test.each([
    ['The address is play.example.org, always.', 'play', 'play.example.org'],
    ['Vote on https://vote.example.org/now today.', 'https', 'https://vote.example.org/now'],
    ['It restarts at 04:00 UTC.', '00 UTC', '04:00 UTC'],
    ['Type /discord link now.', 'discord', '/discord'],
    ['Open from 9:00-17:00 daily.', '9:00', '9:00'],
    ['The first (and last) word.', 'first', 'first'],
  ])('of “%s” that holds “%s” becomes “%s”', (text, part, expected) =>
    expect(whole(text, part)).toBe(expected),
  );

  test('is none in a very long token', () => {
    const text = `See a/${'b'.repeat(300)} there.`;
    expect(withWholeTokens(text, { start: 100, end: 110 })).toBeNull();
  });
});
