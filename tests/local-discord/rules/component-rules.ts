import { buttonStyle, componentType, messageFlag } from '../wire-values.ts';
import type { ComponentView, MessageView } from './body-views.ts';
import { listComponents, listOfType, selectTypes } from './component-tree.ts';
import { isWebLink } from './links.ts';
import {
  type Breach,
  checkLength,
  countCodePoints,
  defineDiscordRule,
  findRepeated,
  type Rule,
  reportIf,
} from './rule.ts';

/** @see https://docs.discord.com/developers/components/reference */
const componentLimit = {
  rows: 5,
  buttonsInRow: 5,
  customId: 100,
  buttonLabel: 80,
  url: 512,
  options: 25,
  optionText: 100,
  placeholder: 150,
} as const;

/** Rules on rows, buttons and menus, with or without the v2 flag. */
export const componentRules: readonly Rule<MessageView>[] = [
  defineDiscordRule('row-count', 'BASE_TYPE_BAD_LENGTH', ({ components, flags }) =>
    reportIf(
      !(flags & messageFlag.componentsV2) && components.length > componentLimit.rows,
      ['components'],
      `${components.length} rows, at most 5`,
    ),
  ),
  onTypes('row-empty', 'BASE_TYPE_BAD_LENGTH', [componentType.row], (row) =>
    reportIf(!row.components?.length, ['components'], 'a row needs at least one component'),
  ),
  onTypes('row-width', 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', [componentType.row], rowWidth),
  defineDiscordRule('custom-id-repeated', 'COMPONENT_CUSTOM_ID_DUPLICATED', ({ components }) =>
    findRepeatedCustomIds(components),
  ),
  onTypes(
    'custom-id-length',
    'BASE_TYPE_BAD_LENGTH',
    [componentType.button, ...selectTypes],
    checkCustomIdLength,
  ),
  onButtons('button-without-face', 'COMPONENT_BUTTON_LABEL_OR_EMOJI_REQUIRED', (button) =>
    reportIf(!isPremium(button) && !button.label?.trim() && !button.emoji, [], 'neither label nor emoji'),
  ),
  onButtons('button-label-length', 'BASE_TYPE_MAX_LENGTH', (button) =>
    checkLength(button.label, componentLimit.buttonLabel, ['label']),
  ),
  onButtons('button-target-missing', 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', (button) =>
    reportIf(!isPremium(button) && !button.custom_id && !button.url, [], 'neither custom_id nor url'),
  ),
  onButtons('button-target-twice', 'BUTTON_COMPONENT_CUSTOM_ID_AND_URL', (button) =>
    reportIf(Boolean(button.custom_id && button.url), [], 'both custom_id and url'),
  ),
  onButtons('button-style', 'BASE_TYPE_CHOICES', (button) =>
    reportIf(
      !!button.url !== (button.style === buttonStyle.link),
      ['style'],
      'style 5 goes with url, and only with url',
    ),
  ),
  onButtons('button-link', 'URL_TYPE_INVALID_SCHEME', (button) =>
    reportIf(!!button.url && !isWebLink(button.url), ['url'], `${button.url} is not http(s)`),
  ),
  onButtons('button-link-length', 'BASE_TYPE_MAX_LENGTH', (button) =>
    checkLength(button.url, componentLimit.url, ['url']),
  ),
  onTypes('select-placeholder-length', 'BASE_TYPE_MAX_LENGTH', selectTypes, (select) =>
    checkLength(select.placeholder, componentLimit.placeholder, ['placeholder']),
  ),
  onTypes('select-option-count', 'BASE_TYPE_BAD_LENGTH', [componentType.stringSelect], (select) => {
    const count = select.options?.length ?? 0;
    return reportIf(count < 1 || count > componentLimit.options, ['options'], `${count} options, 1 to 25`);
  }),
  onTypes('select-option-text', 'BASE_TYPE_BAD_LENGTH', [componentType.stringSelect], optionTexts),
  onTypes(
    'select-option-repeated',
    'COMPONENT_SELECT_OPTION_VALUE_DUPLICATED',
    [componentType.stringSelect],
    (select) =>
      findRepeated((select.options ?? []).map((option) => option.value)).map((value) => ({
        path: ['options'],
        detail: `value ${value} is used twice`,
      })),
  ),
  onTypes('select-range', 'BASE_TYPE_BAD_RANGE', selectTypes, (select) =>
    reportIf(
      (select.min_values ?? 1) > (select.max_values ?? 1),
      ['min_values'],
      'min_values over max_values',
    ),
  ),
];

function onTypes(
  name: string,
  code: string,
  ...[types, breaches]: [readonly number[], (component: ComponentView) => readonly Breach[]]
): Rule<MessageView> {
  return defineDiscordRule(name, code, ({ components }) => listOfType(components, types, breaches));
}

function onButtons(
  name: string,
  code: string,
  breaches: (button: ComponentView) => readonly Breach[],
): Rule<MessageView> {
  return onTypes(name, code, [componentType.button], breaches);
}

function isPremium(button: ComponentView): boolean {
  return button.style === buttonStyle.premium;
}

function rowWidth({ components = [] }: ComponentView): readonly Breach[] {
  const selects = components.filter(({ type }) => selectTypes.includes(type)).length;
  const others = components.length - selects;
  return [
    ...reportIf(
      others > componentLimit.buttonsInRow,
      ['components'],
      `${others} buttons in a row, at most 5`,
    ),
    ...reportIf(selects > 0 && components.length > 1, ['components'], 'a menu fills its row alone'),
  ];
}

/** Also used for modals: a custom_id names one component of the whole body. */
export function findRepeatedCustomIds(components: readonly ComponentView[]): readonly Breach[] {
  const customIds = listComponents(components).flatMap(({ component }) => component.custom_id ?? []);
  return findRepeated(customIds).map((id) => ({
    path: ['components'],
    detail: `custom_id ${id} is used twice`,
  }));
}

/** Also used for modals. An absent custom_id is the business of other rules. */
export function checkCustomIdLength({
  custom_id: id,
}: {
  readonly custom_id?: string | undefined;
}): readonly Breach[] {
  if (id === undefined) return [];
  const length = countCodePoints(id);
  return reportIf(
    length < 1 || length > componentLimit.customId,
    ['custom_id'],
    `${length} characters, 1 to 100`,
  );
}

function optionTexts({ options = [] }: ComponentView): readonly Breach[] {
  return options.flatMap((option, at) => [
    ...(['label', 'value'] as const).flatMap((field) =>
      reportIf(!option[field]?.trim(), ['options', at, field], 'must not be empty'),
    ),
    ...(['label', 'value', 'description'] as const).flatMap((field) =>
      checkLength(option[field], componentLimit.optionText, ['options', at, field]),
    ),
  ]);
}
