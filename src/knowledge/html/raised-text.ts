const RAISED = pairForms(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyz',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ',
);
const LOWERED = pairForms('0123456789+-−=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

/**
 * Endings that make a number an ordinal, in English, French, Spanish and Italian. Readers understand “1st” without
 * raising.
 */
const ORDINAL = /^(?:st|nd|rd|th|er|ère|re|e|è|ème|nde|º|ª)$/i;

/**
 * Raises text, as in `10<sup>3</sup>`: `³`, or `^(…)` where a character has no raised form. `before` is the character
 * before it. After a space, the text is small print and stays unchanged.
 */
export function raiseText(text: string, before: string): string {
  if (text.trim() === '') return text;
  // “®”, “*” and “[1]” mean the same, raised or not.
  if (!/[\p{L}\p{N}]/u.test(text) || /^\[[^\]]*\]$/.test(text)) return text;
  if (/\d/.test(before.at(-1) ?? '') && ORDINAL.test(text)) return text;
  return replaceByForms(text, RAISED) ?? (before.trim() === '' ? text : `^(${text})`);
}

/**
 * Lowers text, as in `H<sub>2</sub>O`: `₂`, or `_(…)` where a character has no lowered form. Small print stays
 * unchanged, as in {@link raiseText}.
 */
export function lowerText(text: string, before: string): string {
  if (text.trim() === '') return text;
  if (!/[\p{L}\p{N}]/u.test(text)) return text;
  return replaceByForms(text, LOWERED) ?? (before.trim() === '' ? text : `_(${text})`);
}

/** Returns null if one of the characters has no such form. */
function replaceByForms(text: string, forms: ReadonlyMap<string, string>): string | null {
  const found = Array.from(text, (character) => forms.get(character));
  return found.every((form) => form !== undefined) ? found.join('') : null;
}

function pairForms(plain: string, forms: string): ReadonlyMap<string, string> {
  const all = Array.from(forms);
  return new Map(Array.from(plain, (character, index) => [character, all[index] ?? character]));
}
