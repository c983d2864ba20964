import type { Names } from '../../../src/playground/look/read-inline.ts';
import { escapeHtml } from '../../../src/playground/page-html.ts';
import type { EmbedView } from '../../local-discord/rules/body-views.ts';
import { formatTime } from './format-time.ts';
import { inlineToHtml, markdownToHtml } from './look-to-html.ts';

/**
 * A card. Author, title and names of fields stand in elements of the gallery's own: those of the components read emoji
 * where Discord does not, and no Markdown where Discord does.
 */
export function embedToHtml(embed: EmbedView, names: Names): string {
  const parts = [
    author(embed),
    title(embed, names),
    description(embed, names),
    fields(embed, names),
    footer(embed),
  ];
  return `<discord-embed slot="embeds" color="${colour(embed)}"${image(embed)}>${parts.join('')}</discord-embed>`;
}

function image({ image: { url } = {} }: EmbedView): string {
  return url === undefined ? '' : ` image="${escapeHtml(url)}"`;
}

function colour({ color }: EmbedView): string {
  return color === undefined ? '' : `#${color.toString(16).padStart(6, '0')}`;
}

function author({ author: { name } = {} }: EmbedView): string {
  return name === undefined ? '' : `<div slot="description" class="embed-author">${escapeHtml(name)}</div>`;
}

function title({ title: words, url }: EmbedView, names: Names): string {
  if (words === undefined) return '';
  const shown = inlineToHtml(words, names);
  const linked = url === undefined ? shown : `<a href="${escapeHtml(url)}">${shown}</a>`;
  return `<div slot="description" class="embed-title">${linked}</div>`;
}

function description({ description: words }: EmbedView, names: Names): string {
  if (words === undefined) return '';
  return `<discord-embed-description slot="description">${markdownToHtml(words, names)}</discord-embed-description>`;
}

function fields({ fields: all = [] }: EmbedView, names: Names): string {
  if (all.length === 0) return '';
  const column = { inline: 0 };
  const shown = all.map((field) => {
    column.inline = field.inline === true ? (column.inline % 3) + 1 : 0;
    const index = field.inline === true ? ` inline inline-index="${column.inline}"` : '';
    const name = `<div class="field-name">${inlineToHtml(field.name ?? '', names)}</div>`;
    return `<discord-embed-field${index}>${name}${markdownToHtml(field.value ?? '', names)}</discord-embed-field>`;
  });
  return `<discord-embed-fields slot="fields">${shown.join('')}</discord-embed-fields>`;
}

/** One run of text, as in Discord; the component's own time would be a column beside it. */
function footer({ footer: { text } = {}, timestamp }: EmbedView): string {
  const time = timestamp === undefined ? [] : [formatTime(timestamp)];
  const parts = [...(text === undefined ? [] : [text]), ...time];
  if (parts.length === 0) return '';
  return `<discord-embed-footer slot="footer"><span>${escapeHtml(parts.join(' • '))}</span></discord-embed-footer>`;
}
