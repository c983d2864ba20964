import { expect, test } from 'vitest';
import { parseArticle } from '../../../src/knowledge/folder/parse-article.ts';
import { paragraphsOf } from '../read-paragraphs.ts';

test.each([
  ['Use /report <name> <reason> or open a ticket.', 'Use /report <name> <reason> or open a ticket.'],
  ['/world set <world name> please', '/world set <world name> please'],
  ['<player>\nis the name.', '<player> is the name.'],
  ['<div>\nSet <amount>.\n</div>', 'Set <amount>.'],
  ['A <b>bold</b> and <kbd>Esc</kbd> word<br>here.', 'A bold and Esc word\nhere.'],
  ['A <Badge /> and <my-note>one</my-note>, <Tip>two</Tip>.', 'A and one, two.'],
  ['A <badge text="x"> here.', 'A here.'],
  ['A `<name>` here.', 'A <name> here.'],
])('what is to be filled in is text, elements are not: %j', (body, text) => {
  expect(paragraphsOf(body).map((paragraph) => paragraph.text.replace(/ +/g, ' '))).toEqual([text]);
});

test('and so in a list of questions', () => {
  const list =
    '[{"question": "How do I report?", "answer": "Use /report <name> <reason> or open a ticket."}]';
  const { article } = parseArticle('faq.json', new TextEncoder().encode(list));
  expect(article?.paragraphs[0]?.text).toBe('Use /report <name> <reason> or open a ticket.');
});
