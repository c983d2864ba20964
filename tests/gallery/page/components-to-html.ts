import type { ComponentView } from '../../local-discord/rules/body-views.ts';
import { componentType } from '../../local-discord/wire-values.ts';
import { escapeHtml } from './escape-html.ts';

const STYLES: Readonly<Record<number, string>> = {
  1: 'primary',
  2: 'secondary',
  3: 'success',
  4: 'destructive',
};

/** The rows of buttons and menus under a message. */
export function componentsToHtml(rows: readonly ComponentView[], isMenuOpen: boolean): string {
  if (rows.length === 0) return '';
  const shown = rows.map(({ components = [] }) => {
    const inner = components.map((component) => componentToHtml(component, isMenuOpen)).join('');
    return `<discord-action-row>${inner}</discord-action-row>`;
  });
  return `<discord-attachments slot="components">${shown.join('')}</discord-attachments>`;
}

/** @throws Error for a component that the gallery cannot show, so that none is left out unseen */
function componentToHtml(component: ComponentView, isMenuOpen: boolean): string {
  switch (component.type) {
    case componentType.button:
      return button(component);
    case componentType.stringSelect:
      return menu(component, isMenuOpen);
    default:
      throw new Error(`the gallery cannot show a component of type ${component.type}`);
  }
}

function button({ style = 2, label = '', emoji, disabled, url }: ComponentView): string {
  const look = [`type="${STYLES[style] ?? 'secondary'}"`, disabled === true ? 'disabled' : ''];
  const leads = url === undefined ? '' : `url="${escapeHtml(url)}"`;
  const sign = emoji?.name === undefined ? '' : `<span class="emoji">${escapeHtml(emoji.name)}</span>`;
  return `<discord-button ${[...look, leads].join(' ')}>${sign}${escapeHtml(label)}</discord-button>`;
}

function menu({ placeholder = '', options = [] }: ComponentView, isOpen: boolean): string {
  // What is chosen stands in the menu instead of the words that ask for a choice.
  const chosen = options.find((option) => option.default === true)?.label ?? placeholder;
  const shown = options.map(
    ({ label = '', description }) =>
      `<discord-string-select-menu-option label="${escapeHtml(label)}" description="${escapeHtml(description ?? '')}"></discord-string-select-menu-option>`,
  );
  const open = isOpen ? ' data-open' : '';
  return `<discord-string-select-menu placeholder="${escapeHtml(chosen)}"${open}>${shown.join('')}</discord-string-select-menu>`;
}
