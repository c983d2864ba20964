import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkdown } from '../../../src/playground/look/read-markdown.ts';
import type { LookNode } from '../../../src/playground/wire/look-node.ts';
import { cpuMsOf } from '../../cpu-time.ts';

const NAMES = { users: new Map(), roles: new Map(), channels: new Map(), now: 0 };

/** Every node, those inside others too. */
function listAll(nodes: readonly LookNode[]): readonly LookNode[] {
  return nodes.flatMap((node) => [node, ...('inner' in node ? listAll(node.inner) : [])]);
}

const PIECES = [
  '<img src=x onerror=alert(1)>',
  '**',
  '*',
  '_',
  '~~',
  '||',
  '`',
  '```',
  '\n',
  '> ',
  '- ',
  '1. ',
  '# ',
  '-# ',
];
const LINKS = [
  '[a](',
  ')',
  'https://e.x/',
  'javascript:alert(1)',
  '<https://',
  '>',
  '<@1>',
  '<t:1:R>',
  '\\',
  ' ',
  'a',
];
const hostile = fc
  .array(fc.constantFrom(...PIECES, ...LINKS), { maxLength: 40 })
  .map((pieces) => pieces.join(''));

test('a link leads to a web address, whatever the text', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const addresses = listAll(readMarkdown(text, NAMES)).flatMap((node) =>
        node.kind === 'link' ? [node.address] : [],
      );
      expect(addresses.filter((address) => !/^https?:\/\//i.test(address))).toEqual([]);
    }),
  );
});

test('nothing is shown that the text does not hold', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const nodes = listAll(readMarkdown(text, NAMES));
      const shown = nodes.flatMap((node) =>
        node.kind === 'text' || node.kind === 'code' ? node.text.split('\n') : [],
      );
      const bare = text.replaceAll('\\', '');
      expect(shown.filter((part) => !bare.includes(part.replaceAll('\\', '')))).toEqual([]);
    }),
  );
});

test('a numbered list begins with its first number', () => {
  expect(readMarkdown('3. a\n4. b', NAMES)).toMatchObject([{ kind: 'numbers', start: 3, inner: [{}, {}] }]);
});

test.each(['*', '_', '**a ', '[a](', '> ', '`', '- a\n', '~~', '||a', '\\', '<https://a', '1. a\n  - b\n'])(
  'a message full of %j is read in no time',
  (piece) => {
    const text = piece.repeat(Math.floor(4_000 / piece.length));
    expect(cpuMsOf(() => readMarkdown(text, NAMES))).toBeLessThan(400);
  },
);
