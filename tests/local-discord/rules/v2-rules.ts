import { componentType, messageFlag } from '../wire-values.ts';
import type { MessageView } from './body-views.ts';
import { listComponents, listOfType } from './component-tree.ts';
import { type Breach, countCodePoints, defineDiscordRule, type Rule, reportIf } from './rule.ts';

/** @see https://docs.discord.com/developers/components/reference */
const COMPONENTS_MAX = 40;
const TEXT_MAX_CHARS = 4000;

const v2Types: readonly number[] = [
  componentType.section,
  componentType.textDisplay,
  componentType.thumbnail,
  componentType.mediaGallery,
  componentType.file,
  componentType.separator,
  componentType.container,
];

/** Rules on messages made of components v2, and on v2 components that lack the flag. */
export const v2Rules: readonly Rule<MessageView>[] = [
  defineDiscordRule(
    'v2-excludes-content',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    (message) => (isV2(message) ? legacyFields(message) : []),
  ),
  defineDiscordRule('v2-flag-missing', 'UNION_TYPE_CHOICES', (message) =>
    isV2(message)
      ? []
      : listOfType(message.components, v2Types, ({ type }) => [
          { path: ['type'], detail: `component type ${type} needs the flag IS_COMPONENTS_V2` },
        ]),
  ),
  defineDiscordRule('top-level-is-row', 'UNION_TYPE_CHOICES', ({ components }) =>
    components.flatMap(({ type }, at) =>
      reportIf(type !== componentType.row && !v2Types.includes(type), ['components', at], 'not inside a row'),
    ),
  ),
  defineDiscordRule('v2-component-count', 'BASE_TYPE_BAD_LENGTH', (message) => {
    const count = listComponents(message.components).length;
    return reportIf(
      isV2(message) && count > COMPONENTS_MAX,
      ['components'],
      `${count} components, at most 40`,
    );
  }),
  defineDiscordRule('v2-text-length', 'COMPONENT_MAX_TOTAL_TEXT_LENGTH_EXCEEDED', ({ components }) => {
    const total = listComponents(components).reduce(
      (sum, { component }) => sum + countCodePoints(component.content),
      0,
    );
    return reportIf(total > TEXT_MAX_CHARS, ['components'], `${total} characters of text, at most 4000`);
  }),
  defineDiscordRule('v2-text-empty', 'BASE_TYPE_REQUIRED', ({ components }) =>
    listOfType(components, [componentType.textDisplay], ({ content }) =>
      reportIf(!content?.trim(), ['content'], 'a text display needs text'),
    ),
  ),
];

function isV2(message: MessageView): boolean {
  return (message.flags & messageFlag.componentsV2) !== 0;
}

function legacyFields(message: MessageView): readonly Breach[] {
  return [
    ...reportIf(message.content !== '', ['content'], 'content beside components v2'),
    ...reportIf(message.embeds.length > 0, ['embeds'], 'embeds beside components v2'),
    ...reportIf(message.sticker_ids.length > 0, ['sticker_ids'], 'stickers beside components v2'),
    ...reportIf(Boolean(message.poll), ['poll'], 'a poll beside components v2'),
  ];
}
