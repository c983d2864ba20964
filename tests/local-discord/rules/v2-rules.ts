import { componentType, messageFlag } from '../wire-values.ts';
import type { MessageView } from './body-views.ts';
import { allComponents, eachOfType } from './component-tree.ts';
import { type Breach, breachIf, codePoints, discordRule, type Rule } from './rule.ts';

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
  discordRule('v2-excludes-content', 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', (message) =>
    isV2(message) ? legacyFields(message) : [],
  ),
  discordRule('v2-flag-missing', 'UNION_TYPE_CHOICES', (message) =>
    isV2(message)
      ? []
      : eachOfType(message.components, v2Types, ({ type }) => [
          { path: ['type'], detail: `component type ${type} needs the flag IS_COMPONENTS_V2` },
        ]),
  ),
  discordRule('top-level-is-row', 'UNION_TYPE_CHOICES', ({ components }) =>
    components.flatMap(({ type }, at) =>
      breachIf(type !== componentType.row && !v2Types.includes(type), ['components', at], 'not inside a row'),
    ),
  ),
  discordRule('v2-component-count', 'BASE_TYPE_BAD_LENGTH', (message) => {
    const count = allComponents(message.components).length;
    return breachIf(
      isV2(message) && count > COMPONENTS_MAX,
      ['components'],
      `${count} components, at most 40`,
    );
  }),
  discordRule('v2-text-length', 'COMPONENT_MAX_TOTAL_TEXT_LENGTH_EXCEEDED', ({ components }) => {
    const total = allComponents(components).reduce(
      (sum, { component }) => sum + codePoints(component.content),
      0,
    );
    return breachIf(total > TEXT_MAX_CHARS, ['components'], `${total} characters of text, at most 4000`);
  }),
  discordRule('v2-text-empty', 'BASE_TYPE_REQUIRED', ({ components }) =>
    eachOfType(components, [componentType.textDisplay], ({ content }) =>
      breachIf(!content?.trim(), ['content'], 'a text display needs text'),
    ),
  ),
];

function isV2(message: MessageView): boolean {
  return (message.flags & messageFlag.componentsV2) !== 0;
}

function legacyFields(message: MessageView): readonly Breach[] {
  return [
    ...breachIf(message.content !== '', ['content'], 'content beside components v2'),
    ...breachIf(message.embeds.length > 0, ['embeds'], 'embeds beside components v2'),
    ...breachIf(message.sticker_ids.length > 0, ['sticker_ids'], 'stickers beside components v2'),
    ...breachIf(Boolean(message.poll), ['poll'], 'a poll beside components v2'),
  ];
}
