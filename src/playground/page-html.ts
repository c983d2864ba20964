import { playgroundTexts } from '../wording/kit/english.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text so that a page shows it letter by letter, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/**
 * Fills the page with its texts, which are ours alone. Its scripts ask for what else it shows.
 *
 * @param template the page with the name of a text in double braces where the text belongs; `data` stands for all of them, as JSON
 * @throws {RangeError} where it names another text
 */
export function renderPageHtml(template: string): string {
  const texts: Readonly<Record<string, string>> = playgroundTexts.page;
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const text = texts[name];
    if (name === 'data') return escapeHtml(JSON.stringify(texts));
    if (text === undefined) throw new RangeError(`the page has no text “${name}”`);
    return escapeHtml(text);
  });
}
