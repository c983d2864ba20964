import { expect, test } from 'vitest';
import { CommandLinks } from '../../../src/discord/kit/command-links.ts';
import { LANGUAGES } from '../../../src/wording/languages.ts';

const { en, de } = LANGUAGES;
const registered = [
  { id: '11', name: 'ask', type: 1 },
  { id: '12', name: 'knowledge' },
  { id: '13', name: 'Answer this message', type: 3 },
];

test('links commands and sub-commands by their ids, under their registered names in every language', () => {
  const links = new CommandLinks();
  links.remember(registered);
  expect(links.link('`/ask` or `/knowledge add`', en)).toBe('</ask:11> or </knowledge add:12>');
  expect(links.link('`/fragen` oder `/wissen hinzufügen`', de)).toBe('</ask:11> oder </knowledge add:12>');
});

test('leaves what it does not know', () => {
  const links = new CommandLinks();
  expect(links.link('`/ask`', en)).toBe('`/ask`');
  links.remember(registered);
  for (const text of ['`/stats`', '`/ask private:True`', '`/knowledge fly`', '`ask`', '/ask'])
    expect(links.link(text, en)).toBe(text);
});

test.each([null, 'none', [null, 1, {}, { id: 5, name: 'ask' }, { id: '<@1>', name: 'ask' }]])(
  'knows no id after the answer %j',
  (answer) => {
    const links = new CommandLinks();
    links.remember(answer);
    expect(links.link('`/ask`', en)).toBe('`/ask`');
  },
);
