import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSetCookie, Session } from '../../../src/playground/http/session.ts';

/** Returns the `Cookie` header that a browser sends for an exchanged token. */
function letIn(session: Session): string {
  const cookie = session.exchange(session.issueToken());
  return buildSetCookie(cookie ?? '', '/').split(';')[0] ?? '';
}

describe('a session', () => {
  test('has tokens and cookies of 256 random bits, none of which equals another', () => {
    const asked: number[] = [];
    const session = new Session((count) => {
      asked.push(count);
      return randomBytes(count);
    });
    const token = session.issueToken();
    const cookie = session.exchange(token);
    expect(asked).toEqual([32, 32]);
    expect(new Set([token, cookie, session.issueToken()]).size).toBe(3);
  });

  test('exchanges a token once, and a later one in its stead', () => {
    const session = new Session(randomBytes);
    const first = session.issueToken();
    const second = session.issueToken();
    expect(session.exchange(first)).toBeNull();
    expect(session.exchange(second)).not.toBeNull();
    expect(session.exchange(second)).toBeNull();
    expect(session.exchange('')).toBeNull();
  });

  test('accepts the cookies that it gave, beside others of any name, but the first of nine no more', () => {
    const session = new Session(randomBytes);
    const headers = Array.from({ length: 9 }, () => letIn(session));
    expect(headers.map((header) => session.accepts(header))).toEqual([false, ...Array(8).fill(true)]);
    expect(session.accepts(`a=b; footnote-playground=other;${headers[8]}; c`)).toBe(true);
  });

  test('accepts nothing else, whatever the header holds', () => {
    const session = new Session(randomBytes);
    const good = letIn(session);
    const piece = fc.constantFrom(
      'footnote-playground',
      '=',
      ';',
      ' ',
      'a',
      '\0',
      good.slice(0, -1),
      '__Host-',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(session.accepts(pieces.join(''))).toBe(false);
      }),
    );
    expect(session.accepts(undefined)).toBe(false);
  });

  test('gives a cookie that no script reads, no other site sends, and no other path gets', () => {
    expect(buildSetCookie('value', '/key/')).toBe(
      'footnote-playground=value; Path=/key/; HttpOnly; SameSite=Strict',
    );
  });
});
