import type { ButtonStyle, LookNode } from '../wire/look-node.ts';
import type { Names } from './read-inline.ts';
import { readMarkdown } from './read-markdown.ts';

/**
 * A component of a message, as Discord's API names its fields; which of them mean something depends on the type.
 *
 * @see https://docs.discord.com/developers/components/reference
 */
export interface Component {
  readonly type: number;
  readonly components?: readonly Component[] | undefined;
  readonly accessory?: Component | undefined;
  readonly content?: string | undefined;
  readonly accent_color?: unknown;
  readonly divider?: unknown;
  readonly items?: unknown;
  readonly style?: number | undefined;
  readonly label?: string | undefined;
  readonly emoji?: { readonly name?: string | undefined } | undefined;
  readonly disabled?: boolean | undefined;
  readonly url?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly options?:
    | readonly {
        readonly label?: string | undefined;
        readonly description?: string | undefined;
        readonly default?: boolean | undefined;
      }[]
    | undefined;
  readonly default_values?: unknown;
}

/** The numbers of the types of components. The types of discord.js are for `discord/` alone. */
const TYPES = {
  row: 1,
  button: 2,
  stringSelect: 3,
  userSelect: 5,
  roleSelect: 6,
  channelSelect: 8,
  section: 9,
  text: 10,
  mediaGallery: 12,
  separator: 14,
  container: 17,
} as const;

const STYLES: Readonly<Record<number, ButtonStyle>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'destructive',
};

/**
 * Reads a component as Discord shows it.
 *
 * @throws {Error} for a component of another type, so that none is left out unseen
 */
export function readComponent(component: Component, names: Names): LookNode {
  const { type, components = [], content = '' } = component;
  const readInner = () => components.map((each) => readComponent(each, names));
  switch (type) {
    case TYPES.row:
      return { kind: 'row', inner: readInner() };
    case TYPES.button:
      return readButton(component);
    case TYPES.stringSelect:
    case TYPES.userSelect:
    case TYPES.roleSelect:
    case TYPES.channelSelect:
      return readMenu(component, names);
    case TYPES.container:
      return { kind: 'card', accent: readAccent(component), inner: readInner() };
    case TYPES.text:
      return { kind: 'texts', inner: readMarkdown(content, names) };
    case TYPES.section:
      return { kind: 'section', inner: readInner(), beside: readAccessory(component, names) };
    case TYPES.separator:
      return { kind: 'separator', isLine: component.divider !== false };
    case TYPES.mediaGallery:
      return readPictures(component);
    default:
      throw new Error(`a component of type ${type} cannot be shown`);
  }
}

function readAccessory({ accessory }: Component, names: Names): LookNode | null {
  return accessory === undefined ? null : readComponent(accessory, names);
}

function readAccent({ accent_color: colour }: Component): string | null {
  return typeof colour === 'number' ? `#${colour.toString(16).padStart(6, '0')}` : null;
}

/** Nothing is loaded from elsewhere, so a picture is its description. */
function readPictures({ items }: Component): LookNode {
  const shown: readonly { readonly description?: unknown }[] = Array.isArray(items) ? items : [];
  const inner = shown.map(({ description }): LookNode => {
    return { kind: 'picture', description: typeof description === 'string' ? description : '' };
  });
  return { kind: 'texts', inner };
}

function readButton({ style = 2, label = '', emoji, disabled, url }: Component): LookNode {
  return {
    kind: 'button',
    style: STYLES[style] ?? 'secondary',
    label,
    emoji: emoji?.name ?? null,
    isDisabled: disabled === true,
    address: url !== undefined && /^https?:\/\//i.test(url) ? url : null,
  };
}

function readMenu(component: Component, names: Names): LookNode {
  const { placeholder = '', options = [] } = component;
  // What is chosen stands in the menu instead of the words that ask for a choice.
  const option = options.find((each) => each.default === true)?.label;
  return {
    kind: 'menu',
    shown: option ?? (listChosen(component, names).join(', ') || placeholder),
    options: options.map(({ label = '', description = '' }) => ({ label, description })),
  };
}

/** Lists the names of the channels and roles that a menu shows as chosen. */
function listChosen({ default_values: chosen }: Component, { channels, roles }: Names): readonly string[] {
  const values: readonly { readonly id?: unknown }[] = Array.isArray(chosen) ? chosen : [];
  const ids = values.map(({ id }) => String(id));
  return ids.map((id) => (channels.has(id) ? `#${channels.get(id)}` : `@${roles.get(id) ?? id}`));
}
