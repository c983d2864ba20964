import { messageFlag } from '../../wire-values.ts';
import { type RuleCase, repeat } from './rule-case.ts';

const silent = { allowed_mentions: { parse: [] } };
const content = (text: string) => ({ content: text, ...silent });
const embeds = (...list: readonly object[]) => ({ embeds: list, ...silent });
const fields = (...list: readonly object[]) => embeds({ title: 't', fields: list });
const file = (change: object = {}) => ({ id: '1', filename: 'a.md', size: 3, ...change });
const withFiles = (files: readonly object[], ...list: readonly object[]) => ({
  attachments: files,
  embeds: list,
  ...silent,
});
const field = { name: 'n', value: 'v' };

const contentCases: readonly RuleCase[] = [
  { rule: 'content-length', refused: content('a'.repeat(2001)), accepted: content('a'.repeat(2000)) },
  // 2,000 code points of two UTF-16 units each.
  { rule: 'content-length', refused: content('😀'.repeat(2001)), accepted: content('😀'.repeat(2000)) },
  { rule: 'message-empty', refused: content(' \n '), accepted: content('a') },
  { rule: 'message-empty', refused: { ...silent, embeds: [] }, accepted: embeds({ title: 'a' }) },
  {
    rule: 'mentions-parse-and-ids',
    refused: { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
    accepted: { content: 'a', allowed_mentions: { parse: [], users: ['1'] } },
  },
  { rule: 'mentions-silent', refused: { content: 'a' }, accepted: content('a') },
  {
    rule: 'mentions-silent',
    refused: { content: 'a', allowed_mentions: { parse: ['everyone'] } },
    accepted: { content: 'a', allowed_mentions: { parse: [], replied_user: true } },
  },
  {
    rule: 'link-unfurls',
    refused: content('see https://example.org'),
    accepted: { ...content('see https://example.org'), flags: messageFlag.suppressEmbeds },
  },
  {
    rule: 'link-unfurls',
    refused: content('[here](http://example.org)'),
    accepted: content('[here](<http://example.org>), <https://example.org>, `https://code.example`'),
  },
];

const textLimits = [
  ['embed-title-length', 256, (text: string) => ({ title: text })],
  ['embed-description-length', 4096, (text: string) => ({ description: text })],
  ['embed-footer-length', 2048, (text: string) => ({ footer: { text } })],
  ['embed-author-length', 256, (text: string) => ({ author: { name: text } })],
  ['embed-field-name-length', 256, (text: string) => ({ fields: [{ name: text, value: 'v' }] })],
  ['embed-field-value-length', 1024, (text: string) => ({ fields: [{ name: 'n', value: text }] })],
] as const;

const embedCases: readonly RuleCase[] = [
  ...textLimits.map(([rule, max, embed]) => ({
    rule,
    refused: embeds(embed('a'.repeat(max + 1))),
    accepted: embeds(embed('a'.repeat(max))),
  })),
  {
    rule: 'embed-count',
    refused: embeds(...repeat(11, () => ({ title: 't' }))),
    accepted: embeds(...repeat(10, () => ({ title: 't' }))),
  },
  { rule: 'embed-empty', refused: embeds({ color: 1 }), accepted: embeds({ color: 1, title: 't' }) },
  {
    rule: 'embed-field-count',
    refused: fields(...repeat(26, () => field)),
    accepted: fields(...repeat(25, () => field)),
  },
  { rule: 'embed-field-name-empty', refused: fields({ name: ' ', value: 'v' }), accepted: fields(field) },
  { rule: 'embed-field-value-empty', refused: fields({ name: 'n', value: '' }), accepted: fields(field) },
  {
    rule: 'embed-total-length',
    refused: embeds({ description: 'a'.repeat(3000) }, { description: 'a'.repeat(3001) }),
    accepted: embeds({ description: 'a'.repeat(3000) }, { description: 'a'.repeat(3000) }),
  },
  {
    rule: 'embed-link',
    refused: embeds({ title: 't', url: 'file:///etc/hosts' }),
    accepted: embeds({ title: 't', url: 'https://example.org' }),
  },
  ...[
    ['http://intranet/handbook', 'http://intranet.example/handbook'],
    ['http://my_wiki.example.org/', 'http://my-wiki.example.org/'],
    ['https://пример.рф/', 'https://xn--e1afmkfd.xn--p1ai/'],
    ['https://example.org/öffnungszeiten', 'https://example.org/%C3%B6ffnungszeiten'],
    ['https://example.org/100%', 'https://example.org/100%25'],
    ['https://example.org/a|b', 'https://example.org/a%7Cb'],
    ['https://example.org/?a[]=1', 'https://example.org/?a%5B%5D=1'],
  ].map(([refused, accepted]) => ({
    rule: 'embed-link',
    refused: embeds({ title: 't', url: refused }),
    accepted: embeds({ title: 't', url: accepted }),
  })),
  {
    rule: 'embed-link',
    refused: embeds({ title: 't', image: { url: 'ftp://example.org/a.png' } }),
    accepted: withFiles([file({ filename: 'a.png' })], { title: 't', image: { url: 'attachment://a.png' } }),
  },
];

const fileCases: readonly RuleCase[] = [
  {
    rule: 'file-count',
    refused: withFiles(repeat(11, () => file())),
    accepted: withFiles(repeat(10, () => file())),
  },
  {
    rule: 'file-size',
    refused: withFiles([file({ size: 10 * 1024 * 1024 + 1 })]),
    accepted: withFiles([file({ size: 10 * 1024 * 1024 })]),
  },
  {
    rule: 'embed-file',
    refused: withFiles([file()], { image: { url: 'attachment://b.md' } }),
    accepted: withFiles([file()], { image: { url: 'attachment://a.md' } }),
  },
  {
    rule: 'embed-file',
    refused: withFiles([], { title: 't', thumbnail: { url: 'attachment://a.png' } }),
    accepted: withFiles([file({ filename: 'a.png' })], {
      title: 't',
      thumbnail: { url: 'attachment://_a.png' },
    }),
  },
];

export const messageCases: readonly RuleCase[] = [...contentCases, ...embedCases, ...fileCases];
