import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toWebLink } from '../../../../src/discord/kit/markdown/links.ts';
import { isWebLink } from '../../../local-discord/rules/links.ts';

test.each([
  ['https://example.org', 'https://example.org/'],
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['https://example.org:8080/a', 'https://example.org:8080/a'],
  ['http://127.0.0.1/a', 'http://127.0.0.1/a'],
  [
    'https://пример.рф/страница',
    'https://xn--e1afmkfd.xn--p1ai/%D1%81%D1%82%D1%80%D0%B0%D0%BD%D0%B8%D1%86%D0%B0',
  ],
  ['https://example.org/öffnungszeiten', 'https://example.org/%C3%B6ffnungszeiten'],
  ['https://example.org/100%', 'https://example.org/100%25'],
  ['https://example.org/a%20b', 'https://example.org/a%20b'],
  [
    'https://example.org/a|b"<{[`c?d|e[]f#g#h|i',
    'https://example.org/a%7Cb%22%3C%7B%5B%60c?d%7Ce%5B%5Df#g%23h%7Ci',
  ],
])('%s is linked as %s', (address, link) => {
  expect(toWebLink(address)).toBe(link);
});

test.each([
  'http://intranet/handbook',
  'http://wiki:8080/a',
  'http://localhost./a',
  'http://my_wiki.example.org/',
  'http://[::1]/',
  'https://-a.example/',
  'https://user:secret@example.org/',
  'javascript:alert(1)',
  'ftp://example.org/',
  'not an address',
  `https://example.org/${'ä'.repeat(400)}`,
])('%s is not linked', (address) => {
  expect(toWebLink(address)).toBeNull();
});

test('whatever is linked Discord takes, and it leads to the same place', () => {
  const signs = fc.string({ unit: 'binary', maxLength: 60, size: 'max' });
  const wild = fc.string({
    unit: fc.constantFrom(...Array.from('aä%2|"<>{}[]\\^`#?/&=+ \u200B\u{1F600}')),
    maxLength: 60,
    size: 'max',
  });
  const host = fc.oneof(
    fc.constantFrom('example.org', 'wiki', 'пример.рф', 'a_b.example', '[::1]', 'a..b', '1.2.3.4'),
    signs,
  );
  fc.assert(
    fc.property(host, fc.oneof(signs, wild), (name, rest) => {
      const address = `https://${name}/${rest}`;
      const link = toWebLink(address);
      if (link === null) return;
      expect(isWebLink(link)).toBe(true);
      expect(toWebLink(link)).toBe(link);
      expect(new URL(link).host).toBe(new URL(address).host);
    }),
    { numRuns: 500 },
  );
});
