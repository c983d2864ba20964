import { type RuleCase, repeat } from './rule-case.ts';

const input = (change: object = {}) => ({ type: 4, custom_id: 'i', style: 1, ...change });
const label = (change: object = {}) => ({ type: 18, label: 'l', component: input(), ...change });
const numbered = (at: number) => label({ component: input({ custom_id: `i${at}` }) });
const modal = (change: object = {}) => ({ custom_id: 'm', title: 't', components: [label()], ...change });
const withInput = (change: object) => modal({ components: [label({ component: input(change) })] });

const option = (value: string) => ({ label: value, value });
const menu = { type: 3, custom_id: 's', options: [option('a'), option('b')] };
const withMenu = (change: object) => modal({ components: [label({ component: { ...menu, ...change } })] });
const files = { type: 19, custom_id: 'f' };

export const modalCases: readonly RuleCase[] = [
  {
    rule: 'modal-title',
    refused: modal({ title: 'a'.repeat(46) }),
    accepted: modal({ title: 'a'.repeat(45) }),
  },
  { rule: 'modal-title', refused: modal({ title: '' }), accepted: modal() },
  { rule: 'modal-custom-id', refused: modal({ custom_id: undefined }), accepted: modal() },
  {
    rule: 'modal-custom-id',
    refused: modal({ custom_id: 'a'.repeat(101) }),
    accepted: modal({ custom_id: 'a'.repeat(100) }),
  },
  {
    rule: 'modal-component-count',
    refused: modal({ components: repeat(6, numbered) }),
    accepted: modal({ components: repeat(5, numbered) }),
  },
  { rule: 'modal-component-count', refused: modal({ components: [] }), accepted: modal() },
  {
    rule: 'modal-custom-id-repeated',
    refused: modal({ components: [label(), label()] }),
    accepted: modal({ components: [numbered(1), numbered(2)] }),
  },
  {
    rule: 'modal-input-custom-id',
    refused: withInput({ custom_id: 'a'.repeat(101) }),
    accepted: withInput({ custom_id: 'a'.repeat(100) }),
  },
  {
    rule: 'modal-label',
    refused: modal({ components: [label({ label: 'a'.repeat(46) })] }),
    accepted: modal({ components: [label({ label: 'a'.repeat(45) })] }),
  },
  {
    rule: 'modal-label',
    refused: modal({ components: [label({ description: 'a'.repeat(101) })] }),
    accepted: modal({ components: [label({ description: 'a'.repeat(100) })] }),
  },
  {
    rule: 'modal-label',
    refused: modal({ components: [{ type: 1, components: [input()] }] }),
    accepted: modal({ components: [{ type: 1, components: [input({ label: 'l' })] }] }),
  },
  {
    rule: 'modal-input-text',
    refused: withInput({ value: 'a'.repeat(4001) }),
    accepted: withInput({ value: 'a'.repeat(4000) }),
  },
  {
    rule: 'modal-input-text',
    refused: withInput({ placeholder: 'a'.repeat(101) }),
    accepted: withInput({ placeholder: 'a'.repeat(100) }),
  },
  {
    rule: 'modal-input-range',
    refused: withInput({ min_length: 10, max_length: 9 }),
    accepted: withInput({ min_length: 9, max_length: 10 }),
  },
  {
    rule: 'modal-select-range',
    refused: withMenu({ min_values: 2 }),
    accepted: withMenu({ min_values: 2, max_values: 2 }),
  },
  {
    rule: 'modal-select-range',
    refused: modal({ components: [label({ component: { ...files, min_values: 2, max_values: 1 } })] }),
    accepted: modal({ components: [label({ component: files })] }),
  },
  {
    rule: 'modal-select-option-repeated',
    refused: withMenu({ options: [option('a'), option('a')] }),
    accepted: withMenu({ options: [option('a'), option('b')] }),
  },
];

const choices = (...list: readonly object[]) => ({ choices: list });
const choice = { name: 'n', value: 'v' };

export const autocompleteCases: readonly RuleCase[] = [
  {
    rule: 'autocomplete-count',
    refused: choices(...repeat(26, () => choice)),
    accepted: choices(...repeat(25, () => choice)),
  },
  {
    rule: 'autocomplete-name',
    refused: choices({ ...choice, name: 'a'.repeat(101) }),
    accepted: choices({ ...choice, name: 'a'.repeat(100) }),
  },
  { rule: 'autocomplete-name', refused: choices({ ...choice, name: ' ' }), accepted: choices(choice) },
  {
    rule: 'autocomplete-value',
    refused: choices({ ...choice, value: 'a'.repeat(101) }),
    accepted: choices({ ...choice, value: 'a'.repeat(100) }),
  },
];

export const applicationCases: readonly RuleCase[] = [
  {
    rule: 'application-description-length',
    refused: { description: 'a'.repeat(401) },
    accepted: { description: 'a'.repeat(400) },
  },
];
