import { messageFlag } from '../../wire-values.ts';
import { type RuleCase, repeat } from './rule-case.ts';

const base = { allowed_mentions: { parse: [] } };
const row = (...components: readonly object[]) => ({ type: 1, components });
const rows = (...list: readonly object[]) => ({ ...base, content: 'a', components: list });
const button = (change: object = {}) => ({ type: 2, style: 1, label: 'b', custom_id: 'b', ...change });
const numbered = (at: number) => button({ custom_id: `b${at}` });
const linkButton = (change: object = {}) => ({
  type: 2,
  style: 5,
  label: 'b',
  url: 'https://a.example',
  ...change,
});
const option = { label: 'l', value: 'v' };
const select = (change: object = {}) => ({ type: 3, custom_id: 's', options: [option], ...change });
const inRow = (component: object) => rows(row(component));

const buttonCases: readonly RuleCase[] = [
  {
    rule: 'button-without-face',
    refused: inRow(button({ label: undefined })),
    accepted: inRow(button({ label: undefined, emoji: { name: '👍' } })),
  },
  {
    rule: 'button-label-length',
    refused: inRow(button({ label: 'a'.repeat(81) })),
    accepted: inRow(button({ label: 'a'.repeat(80) })),
  },
  {
    rule: 'button-target-missing',
    refused: inRow(button({ custom_id: undefined })),
    accepted: inRow(button()),
  },
  {
    rule: 'button-target-twice',
    refused: inRow(linkButton({ custom_id: 'b' })),
    accepted: inRow(linkButton()),
  },
  { rule: 'button-style', refused: inRow(linkButton({ style: 1 })), accepted: inRow(linkButton()) },
  { rule: 'button-style', refused: inRow(button({ style: 5 })), accepted: inRow(button({ style: 4 })) },
  {
    rule: 'button-link',
    refused: inRow(linkButton({ url: 'javascript:alert(1)' })),
    accepted: inRow(linkButton({ url: 'http://a.example' })),
  },
  {
    rule: 'button-link-length',
    refused: inRow(linkButton({ url: `https://a.example/${'a'.repeat(500)}` })),
    accepted: inRow(linkButton({ url: `https://a.example/${'a'.repeat(494)}` })),
  },
];

const selectCases: readonly RuleCase[] = [
  {
    rule: 'select-placeholder-length',
    refused: inRow(select({ placeholder: 'a'.repeat(151) })),
    accepted: inRow(select({ placeholder: 'a'.repeat(150) })),
  },
  {
    rule: 'select-option-count',
    refused: inRow(select({ options: repeat(26, (at) => ({ label: 'l', value: `${at}` })) })),
    accepted: inRow(select({ options: repeat(25, (at) => ({ label: 'l', value: `${at}` })) })),
  },
  { rule: 'select-option-count', refused: inRow(select({ options: [] })), accepted: inRow(select()) },
  {
    rule: 'select-option-text',
    refused: inRow(select({ options: [{ ...option, description: 'a'.repeat(101) }] })),
    accepted: inRow(select({ options: [{ ...option, description: 'a'.repeat(100) }] })),
  },
  {
    rule: 'select-option-text',
    refused: inRow(select({ options: [{ label: ' ', value: 'v' }] })),
    accepted: inRow(select()),
  },
  {
    rule: 'select-option-repeated',
    refused: inRow(select({ options: [option, { ...option, label: 'm' }] })),
    accepted: inRow(select({ options: [option, { ...option, value: 'w' }] })),
  },
  {
    rule: 'select-range',
    refused: inRow(select({ min_values: 2, max_values: 1 })),
    accepted: inRow(select({ min_values: 0, max_values: 1 })),
  },
];

const layoutCases: readonly RuleCase[] = [
  {
    rule: 'row-count',
    refused: rows(...repeat(6, (at) => row(numbered(at)))),
    accepted: rows(...repeat(5, (at) => row(numbered(at)))),
  },
  { rule: 'row-empty', refused: rows(row()), accepted: rows(row(button())) },
  {
    rule: 'row-width',
    refused: rows(row(...repeat(6, numbered))),
    accepted: rows(row(...repeat(5, numbered))),
  },
  { rule: 'row-width', refused: rows(row(button(), select())), accepted: rows(row(button()), row(select())) },
  {
    rule: 'custom-id-repeated',
    refused: rows(row(button()), row(button())),
    accepted: rows(row(numbered(1)), row(numbered(2))),
  },
  {
    rule: 'custom-id-length',
    refused: inRow(button({ custom_id: 'a'.repeat(101) })),
    accepted: inRow(button({ custom_id: 'a'.repeat(100) })),
  },
];

const v2 = (...components: readonly object[]) => ({ ...base, flags: messageFlag.componentsV2, components });
const shownText = (content: string) => ({ type: 10, content });

const v2Cases: readonly RuleCase[] = [
  {
    rule: 'v2-excludes-content',
    refused: { ...v2(shownText('a')), content: 'b' },
    accepted: v2(shownText('a')),
  },
  {
    rule: 'v2-excludes-content',
    refused: { ...v2(shownText('a')), embeds: [{ title: 'b' }] },
    accepted: { ...v2(shownText('a')), embeds: [] },
  },
  { rule: 'v2-flag-missing', refused: rows(shownText('a')), accepted: v2(shownText('a')) },
  { rule: 'top-level-is-row', refused: rows(button()), accepted: inRow(button()) },
  {
    rule: 'v2-component-count',
    refused: v2({ type: 17, components: repeat(40, () => shownText('a')) }),
    accepted: v2({ type: 17, components: repeat(39, () => shownText('a')) }),
  },
  {
    rule: 'v2-text-length',
    refused: v2(shownText('a'.repeat(2000)), shownText('a'.repeat(2001))),
    accepted: v2(shownText('a'.repeat(2000)), shownText('a'.repeat(2000))),
  },
  { rule: 'v2-text-empty', refused: v2(shownText(' ')), accepted: v2(shownText('a')) },
];

export const componentCases: readonly RuleCase[] = [
  ...layoutCases,
  ...buttonCases,
  ...selectCases,
  ...v2Cases,
];
