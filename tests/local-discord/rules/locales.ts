/** @see https://docs.discord.com/developers/reference#locales */
const CODES =
  'ar bg cs da de el en-GB en-US es-419 es-ES fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th tr uk vi zh-CN zh-TW';
const locales = new Set(CODES.split(' '));

/** Whether Discord's clients speak the language. */
export function isLocale(code: string): boolean {
  return locales.has(code);
}
