import { componentType } from '../wire-values.ts';
import type { ComponentView, ModalView } from './body-views.ts';
import { checkCustomIdLength, findRepeatedCustomIds } from './component-rules.ts';
import { listComponents, listOfType, selectTypes } from './component-tree.ts';
import {
  type Breach,
  checkLength,
  countCodePoints,
  defineDiscordRule,
  findRepeated,
  type Rule,
  reportIf,
} from './rule.ts';

/** @see https://docs.discord.com/developers/components/reference#label */
const limit = {
  title: 45,
  components: 5,
  label: 45,
  description: 100,
  placeholder: 100,
  text: 4000,
} as const;

/** Rules on a modal. */
export const modalRules: readonly Rule<ModalView>[] = [
  defineDiscordRule('modal-title', 'BASE_TYPE_BAD_LENGTH', ({ title }) =>
    lengthBreach(title, limit.title, ['title']),
  ),
  defineDiscordRule('modal-custom-id', 'BASE_TYPE_BAD_LENGTH', (modal) => [
    ...reportIf(modal.custom_id === undefined, ['custom_id'], 'a modal needs a custom_id'),
    ...checkCustomIdLength(modal),
  ]),
  defineDiscordRule('modal-component-count', 'BASE_TYPE_BAD_LENGTH', ({ components }) =>
    reportIf(
      components.length < 1 || components.length > limit.components,
      ['components'],
      `${components.length} components, 1 to 5`,
    ),
  ),
  defineDiscordRule('modal-custom-id-repeated', 'COMPONENT_CUSTOM_ID_DUPLICATED', ({ components }) =>
    findRepeatedCustomIds(components),
  ),
  defineDiscordRule('modal-input-custom-id', 'BASE_TYPE_BAD_LENGTH', ({ components }) =>
    listComponents(components).flatMap(({ component, path }) =>
      checkCustomIdLength(component).map((breach) => ({ ...breach, path: [...path, ...breach.path] })),
    ),
  ),
  defineDiscordRule('modal-label', 'BASE_TYPE_BAD_LENGTH', ({ components }) => [
    ...listOfType(components, [componentType.label], labelTexts),
    // Inside a Label the input has no label of its own; in the older form, a row, it must have one.
    ...listOfType(components, [componentType.row], inputLabels),
  ]),
  onInputs('modal-input-text', 'BASE_TYPE_MAX_LENGTH', (input) => [
    ...checkLength(input.value, limit.text, ['value']),
    ...checkLength(input.placeholder, limit.placeholder, ['placeholder']),
  ]),
  onInputs(
    'modal-input-range',
    'BASE_TYPE_BAD_RANGE',
    ({ min_length: min = 0, max_length: max = limit.text }) =>
      reportIf(min > max || max > limit.text || max < 1, ['max_length'], `min ${min}, max ${max}: 0 to 4000`),
  ),
  onMenus('modal-select-range', 'BASE_TYPE_BAD_RANGE', ({ min_values: min = 1, max_values: max = 1 }) =>
    reportIf(min > max, ['min_values'], 'min_values over max_values'),
  ),
  onMenus('modal-select-option-repeated', 'COMPONENT_SELECT_OPTION_VALUE_DUPLICATED', ({ options = [] }) =>
    findRepeated(options.map(({ value }) => value)).map((value) => ({
      path: ['options'],
      detail: `value ${value} is used twice`,
    })),
  ),
];

function onMenus(
  name: string,
  code: string,
  breaches: (menu: ComponentView) => readonly Breach[],
): Rule<ModalView> {
  const types = [...selectTypes, componentType.fileUpload];
  return defineDiscordRule(name, code, ({ components }) => listOfType(components, types, breaches));
}

function onInputs(
  name: string,
  code: string,
  breaches: (input: ComponentView) => readonly Breach[],
): Rule<ModalView> {
  return defineDiscordRule(name, code, ({ components }) =>
    listOfType(components, [componentType.textInput], breaches),
  );
}

function labelTexts({ label, description }: ComponentView): readonly Breach[] {
  return [
    ...lengthBreach(label, limit.label, ['label']),
    ...checkLength(description, limit.description, ['description']),
  ];
}

function inputLabels({ components = [] }: ComponentView): readonly Breach[] {
  return components.flatMap(({ label }, at) => lengthBreach(label, limit.label, ['components', at, 'label']));
}

function lengthBreach(
  text: string | undefined,
  max: number,
  path: readonly PropertyKey[],
): readonly Breach[] {
  const length = countCodePoints(text);
  return reportIf(length < 1 || length > max, path, `${length} characters, 1 to ${max}`);
}
