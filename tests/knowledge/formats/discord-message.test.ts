import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/knowledge/article/article.ts';
import { parseArticle } from '../../../src/knowledge/folder/parse-article.ts';
import { isDiscordMessage } from '../../../src/knowledge/formats/discord-message.ts';
import { underHeadings } from '../read-paragraphs.ts';

function articleOf(text: string, path = 'message.txt'): Article {
  const { article } = parseArticle(path, new TextEncoder().encode(text));
  if (article === null) throw new Error('no article');
  return article;
}

function textsOf(text: string): string[] {
  return articleOf(text).paragraphs.map(({ marker, text: words }) => marker + words);
}

describe('a Discord message', () => {
  test.each([
    ['message.txt', true],
    ['info/message.txt', true],
    ['info/welcome-message.txt', false],
    ['error-message.txt', false],
    ['message/error.txt', false],
    ['message (1).txt', true],
    ['Message(12).TXT', true],
    ['message.md', false],
    ['messages.txt', false],
  ])('is recognised by its name: %s', (path, isMessage) => {
    expect(isDiscordMessage(path)).toBe(isMessage);
  });

  test.each([
    ['One\ntwo __three__ *four*\n\nFive', ['One\ntwo three four', 'Five']],
    ['a\nb', ['a\nb']],
    ['**a**\n', ['a']],
    ['a\n~~no~~ b ~5 ||secret|| c', ['a\nb ~5 secret c']],
    ['a\n> b\n-# c\n>>> d', ['a\nb\nc\nd']],
    ['a\nRules:\n- b\n* c\n  - d\ne', ['a\nRules:', '- b', '- c', '- d', 'e']],
    ['a\n1. b\n  - c\n2. d\n\n**3.** e', ['a', '1. b', '- c', '2. d', '3. e']],
    ['a\n#b\n#### c\n    d', ['a\n#b\n#### c\nd']],
    ['a\nb\n---\nc\n===\nd', ['a\nb', 'c', 'd']],
    [
      'a <:x_y_z:12> <a:w:3>\n<@1> <@&2> <@!3> <#4> b <t:1700000000:R>\n</ban user:12>',
      ['a :x_y_z: :w:\nb\n/ban user'],
    ],
    ['a <b> &amp; <name>\nx | y\n--- | ---\nz | w', ['a <b> &amp; <name>\nx | y\n--- | ---\nz | w']],
    [
      'a\n!!! b\n??? c\n::: d\n: e\n{% f %} [[g]] %%h%% {{< i >}} {/* j */}',
      ['a\n!!! b\n??? c\n::: d\n: e\n{% f %} [[g]] %%h%% {{< i >}} {/* j */}'],
    ],
    ['a\nSee <#1> first, <@2>.\n**__Rules__**\n- b', ['a\nSee first,.', 'Rules', '- b']],
    ['a `<@1> ||b|| ~`\nc', ['a <@1> ||b|| ~\nc']],
    ['a\n```js\n# b <@1>\n\n**c**\n```\nd ```e``` f', ['a', '# b <@1>\n\n**c**', 'd', 'e', 'f']],
    ['a\n> ```\n> b\n> ```\nc', ['a', 'b', 'c']],
  ])('is read as Discord shows it: %j', (text, texts) => {
    const read = textsOf(text);
    expect(read.slice(-texts.length)).toEqual(texts);
  });

  test('keeps its links', () => {
    const [paragraph] = articleOf('See\n<https://x.y/a> and [it](https://x.y/b).').paragraphs;
    expect(paragraph?.text).toBe('See\nhttps://x.y/a and it.');
    expect(paragraph?.links.map(({ address }) => address)).toEqual(['https://x.y/a', 'https://x.y/b']);
  });

  test('has headings, questions and answers', () => {
    const text = '# Help\n## Pets\nOnly dogs.\n\n**Q: May I smoke?**\nA: No.\nNever.\nQ: And drink?\nA: Yes.';
    const article = articleOf(text);
    expect(article.title).toBe('Help');
    expect(article.paragraphs.map(underHeadings)).toEqual([
      'Pets › Only dogs.',
      'Pets › May I smoke? › No.\nNever.',
      'Pets › And drink? › Yes.',
    ]);
  });

  test.each([
    ['**Server __rules__** <:x:1>\n\nBe kind.', 'Server rules :x:', ['Be kind.']],
    ['**Server rules**\n1. Be kind.', 'Server rules', ['Be kind.']],
    ['__Rules__ of ours\nBe kind.', 'Rules of ours', ['Rules of ours\nBe kind.']],
    ['Q: May I?\n\nA: Yes.', 'May I?', ['Yes.']],
    ['Be kind.\n## Rules\nNo spam.', 'Rules', ['Be kind.', 'No spam.']],
  ])('takes its title from its first heading or line: %j', (text, title, texts) => {
    const article = articleOf(text);
    expect(article.title).toBe(title);
    expect(article.paragraphs.map((paragraph) => paragraph.text)).toEqual(texts);
  });
});
