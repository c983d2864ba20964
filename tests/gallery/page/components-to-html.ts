import type { ComponentView } from '../../local-discord/rules/body-views.ts';
import { componentType } from '../../local-discord/wire-values.ts';
import { escapeHtml } from './escape-html.ts';
import { markdownToHtml } from './markdown-to-html.ts';
import type { Names } from './names.ts';

const STYLES: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'destructive',
};

/** What is needed to draw the components of a message. */
interface Look {
  readonly names: Names;
  /** Whether menus are drawn open. */
  readonly isMenuOpen: boolean;
}

/** The rows of buttons and menus under a message. */
export function componentsToHtml(rows: readonly ComponentView[], look: Look): string {
  if (rows.length === 0) return '';
  const shown = rows.map((row) => componentToHtml(row, look)).join('');
  return `<discord-attachments slot="components">${shown}</discord-attachments>`;
}

/** A message that consists of Components V2: texts, cards, pictures and rows, from top to bottom. */
export function layoutToHtml(components: readonly ComponentView[], look: Look): string {
  return `<div class="layout">${components.map((each) => componentToHtml(each, look)).join('')}</div>`;
}

/** @throws Error for a component that the gallery cannot show, so that none is left out unseen */
function componentToHtml(component: ComponentView, look: Look): string {
  const { type, components = [], content = '', accessory } = component;
  const inner = () => components.map((each) => componentToHtml(each, look)).join('');
  switch (type) {
    case componentType.row:
      return `<discord-action-row>${inner()}</discord-action-row>`;
    case componentType.button:
      return button(component);
    case componentType.stringSelect:
    case componentType.userSelect:
    case componentType.roleSelect:
    case componentType.channelSelect:
      return menu(component, look);
    case componentType.container:
      return `<div class="container"${accent(component)}>${inner()}</div>`;
    case componentType.textDisplay:
      return `<div class="text">${markdownToHtml(content, look.names)}</div>`;
    case componentType.section:
      return `<div class="section"><div class="section-text">${inner()}</div>${accessory === undefined ? '' : `<discord-action-row>${componentToHtml(accessory, look)}</discord-action-row>`}</div>`;
    case componentType.separator:
      return `<div class="separator${component['divider'] === false ? ' blank' : ''}"></div>`;
    case componentType.mediaGallery:
      return pictures(component);
    default:
      throw new Error(`the gallery cannot show a component of type ${type}`);
  }
}

function accent({ accent_color: colour }: ComponentView): string {
  return typeof colour === 'number' ? ` style="--accent: #${colour.toString(16).padStart(6, '0')}"` : '';
}

/** The page loads nothing from elsewhere, so a picture is a frame with its description. */
function pictures({ items }: ComponentView): string {
  const shown = Array.isArray(items) ? items : [];
  return shown
    .map(({ description }) => `<div class="picture">🖼️ ${escapeHtml(String(description ?? ''))}</div>`)
    .join('');
}

function button({ style = 2, label = '', emoji, disabled, url }: ComponentView): string {
  const look = [`type="${STYLES[style] ?? 'secondary'}"`, disabled === true ? 'disabled' : ''];
  const leads = url === undefined ? '' : `url="${escapeHtml(url)}"`;
  const sign = emoji?.name === undefined ? '' : `<span class="emoji">${escapeHtml(emoji.name)}</span>`;
  return `<discord-button ${[...look, leads].join(' ')}>${sign}${escapeHtml(label)}</discord-button>`;
}

function menu(component: ComponentView, { names, isMenuOpen: isOpen }: Look): string {
  const { placeholder = '', options = [] } = component;
  // What is chosen stands in the menu instead of the words that ask for a choice.
  const option = options.find((each) => each.default === true)?.label;
  const chosen = option ?? (listChosen(component, names).join(', ') || placeholder);
  const shown = options.map(
    ({ label = '', description }) =>
      `<discord-string-select-menu-option label="${escapeHtml(label)}" description="${escapeHtml(description ?? '')}"></discord-string-select-menu-option>`,
  );
  const open = isOpen ? ' data-open' : '';
  return `<discord-string-select-menu placeholder="${escapeHtml(chosen)}"${open}>${shown.join('')}</discord-string-select-menu>`;
}

/** The names of the channels and roles that a menu shows as chosen. */
function listChosen(
  { default_values: chosen }: ComponentView,
  { channels, roles }: Names,
): readonly string[] {
  const ids = Array.isArray(chosen) ? chosen.map(({ id }) => String(id)) : [];
  return ids.map((id) => (channels.has(id) ? `#${channels.get(id)}` : `@${roles.get(id) ?? id}`));
}
