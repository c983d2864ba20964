import { type RuleCase, repeat } from './rule-case.ts';

const chat = (change: object = {}) => ({ name: 'ask', description: 'd', ...change });
const option = (change: object = {}) => ({ type: 3, name: 'question', description: 'd', ...change });
const choice = (name: string, value = name) => ({ name, value });
const withOptions = (...options: readonly object[]) => chat({ options });
const withChoices = (...choices: readonly object[]) => withOptions(option({ choices }));
const subcommand = { type: 1, name: 'list', description: 'd' };

/** 25 options of `chars` characters each in their choices, plus names and descriptions. */
const wide = (chars: number) =>
  withOptions(
    ...repeat(25, (at) => ({
      type: 3,
      name: `o${at}`,
      description: 'd',
      choices: repeat(4, (which) => choice(`${which}${'a'.repeat(chars / 8 - 1)}`)),
    })),
  );

const translated = (name: string) => ({
  ...wide(312),
  name_localizations: { de: name, fr: 'a' },
  description_localizations: { de: 'a'.repeat(100), fr: 'a' },
});

const localizationCases: readonly RuleCase[] = [
  {
    rule: 'localization-locale',
    refused: chat({ name_localizations: { 'de-DE': 'frag' } }),
    accepted: chat({ name_localizations: { de: 'frag', 'sv-SE': 'fråga' } }),
  },
  {
    rule: 'localization-locale',
    refused: withOptions(option({ description_localizations: { en: 'd' } })),
    accepted: withOptions(option({ description_localizations: { 'en-GB': 'd' } })),
  },
  {
    rule: 'localization-name',
    refused: chat({ name_localizations: { de: 'Frag' } }),
    accepted: { type: 3, name: 'Answer', name_localizations: { de: 'Frag das' } },
  },
  {
    rule: 'localization-name',
    refused: withOptions(option({ name_localizations: { de: 'die frage' } })),
    accepted: withOptions(option({ name_localizations: { de: 'frage' } })),
  },
  {
    rule: 'localization-name',
    refused: withChoices({ ...choice('a'), name_localizations: { de: 'a'.repeat(101) } }),
    accepted: withChoices({ ...choice('a'), name_localizations: { de: 'Die Antwort, ganz' } }),
  },
  {
    rule: 'localization-description',
    refused: chat({ description_localizations: { de: 'a'.repeat(101) } }),
    accepted: chat({ description_localizations: { de: 'a'.repeat(100) } }),
  },
];

export const commandCases: readonly RuleCase[] = [
  { rule: 'command-name', refused: chat({ name: 'Ask' }), accepted: chat({ name: 'ask-me_2' }) },
  { rule: 'command-name', refused: chat({ name: 'ask me' }), accepted: chat({ name: 'frage-übersicht' }) },
  { rule: 'command-name', refused: withOptions(option({ name: 'Big' })), accepted: withOptions(option()) },
  {
    rule: 'command-name',
    refused: { type: 3, name: 'a'.repeat(33) },
    accepted: { type: 3, name: 'Answer This Message' },
  },
  { rule: 'command-description', refused: { name: 'ask' }, accepted: chat() },
  {
    rule: 'command-description',
    refused: chat({ description: 'a'.repeat(101) }),
    accepted: chat({ description: 'a'.repeat(100) }),
  },
  {
    rule: 'menu-without-description',
    refused: { type: 3, name: 'Answer', description: 'd' },
    accepted: { type: 3, name: 'Answer', description: '' },
  },
  {
    rule: 'menu-without-options',
    refused: { type: 2, name: 'Who', options: [option()] },
    accepted: { type: 2, name: 'Who', options: [] },
  },
  {
    rule: 'option-count',
    refused: withOptions(...repeat(26, (at) => option({ name: `o${at}` }))),
    accepted: withOptions(...repeat(25, (at) => option({ name: `o${at}` }))),
  },
  {
    rule: 'option-order',
    refused: withOptions(option(), option({ name: 'must', required: true })),
    accepted: withOptions(option({ name: 'must', required: true }), option()),
  },
  {
    rule: 'option-order',
    refused: withOptions({ ...subcommand, options: [option(), option({ name: 'must', required: true })] }),
    accepted: withOptions({ ...subcommand, options: [option({ name: 'must', required: true }), option()] }),
  },
  {
    rule: 'option-repeated',
    refused: withOptions(option(), option()),
    accepted: withOptions(option(), option({ name: 'other' })),
  },
  {
    rule: 'subcommand-beside-option',
    refused: withOptions(subcommand, option()),
    accepted: withOptions(subcommand, { ...subcommand, name: 'reload' }),
  },
  {
    rule: 'choices-with-autocomplete',
    refused: withOptions(option({ autocomplete: true, choices: [choice('a')] })),
    accepted: withOptions(option({ autocomplete: true, choices: [] })),
  },
  {
    rule: 'choice-count',
    refused: withChoices(...repeat(26, (at) => choice(`c${at}`))),
    accepted: withChoices(...repeat(25, (at) => choice(`c${at}`))),
  },
  {
    rule: 'choice-text',
    refused: withChoices(choice('a', 'v'.repeat(101))),
    accepted: withChoices(choice('a', 'v'.repeat(100))),
  },
  { rule: 'choice-text', refused: withChoices(choice('', 'v')), accepted: withChoices(choice('n', 'v')) },
  {
    rule: 'choice-repeated',
    refused: withChoices(choice('a', '1'), choice('a', '2')),
    accepted: withChoices(choice('a', '1'), choice('b', '2')),
  },
  { rule: 'command-total-length', refused: wide(320), accepted: wide(312) },
  {
    // The longest translation counts instead of the text that it translates.
    rule: 'command-total-length',
    refused: translated('a'.repeat(32)),
    accepted: translated('a'),
  },
  {
    rule: 'menu-without-description',
    refused: { type: 3, name: 'Answer', description_localizations: { de: 'd' } },
    accepted: { type: 3, name: 'Answer', description_localizations: {} },
  },
  ...localizationCases,
];

const scope = (count: number, type: number) =>
  repeat(count, (at) => (type === 1 ? chat({ name: `c${at}` }) : { type, name: `c${at}` }));

export const commandSetCases: readonly RuleCase[] = [
  {
    rule: 'command-repeated',
    refused: [chat(), chat()],
    accepted: [chat(), { type: 3, name: 'ask' }],
  },
  { rule: 'command-count', refused: scope(101, 1), accepted: scope(100, 1) },
  { rule: 'command-count', refused: scope(6, 2), accepted: scope(5, 2) },
  { rule: 'command-count', refused: scope(6, 3), accepted: scope(5, 3) },
];
