import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkChannels } from '../../../../src/discord/kit/markdown/channel-links.ts';
import { escapeMarkdown } from '../../../../src/discord/kit/markdown/markdown.ts';
import { hostile } from '../../made-up.ts';

const CHANNELS = new Map([
  ['rules', '111111111111111111'],
  ['new_here', '222222222222222222'],
  ['frage-antwort', '333333333333333333'],
]);
const plain = (shown: string): string => shown.replaceAll('\\', '').toLowerCase();
const find = (name: string): string | null => CHANNELS.get(name) ?? null;

test.each([
  ['Read #rules first.', 'Read <#111111111111111111> first.'],
  ['#rules', '<#111111111111111111>'],
  ['Go to #New_Here, then #frage-antwort.', 'Go to <#222222222222222222>, then <#333333333333333333>.'],
  ['#rules2 and #rule are others', '\\#rules2 and #rule are others'],
  ['https://example.org/#rules', '<https://example.org/#rules>'],
  ['https://example.org/wiki/Go_(game)#rules', '<https://example.org/wiki/Go_(game)#rules>'],
  ['https://example.org/?#rules #rules', '<https://example.org/?#rules> <#111111111111111111>'],
  ['C#rules and ##rules', 'C#rules and ##rules'],
  ['# rules', '\\# rules'],
])('%j becomes %j', (text, linked) => {
  expect(linkChannels(escapeMarkdown(text), find, 2000)).toBe(linked);
});

test('code stays as it is', () => {
  const markdown = 'See #rules\n```\n#rules\n```\n#rules';
  expect(linkChannels(markdown, find, 2000)).toBe(
    'See <#111111111111111111>\n```\n#rules\n```\n<#111111111111111111>',
  );
});

test('whatever an article holds, only names of channels change, and the text stays short enough', () => {
  const names = fc.constantFrom('#rules', ' #rules ', '#new_here', 'x', '```');
  const texts = fc.array(fc.oneof(hostile(60), names), { maxLength: 20 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, fc.nat(200), (text, room) => {
      const markdown = escapeMarkdown(text);
      const linked = linkChannels(markdown, find, markdown.length + room);
      expect(linked.length).toBeLessThanOrEqual(markdown.length + room);
      const back = [...CHANNELS].reduce((all, [name, id]) => all.replaceAll(`<#${id}>`, `#${name}`), linked);
      expect(plain(back)).toBe(plain(markdown));
      expect(linkChannels(markdown, () => null, 1e6)).toBe(markdown);
    }),
  );
});
