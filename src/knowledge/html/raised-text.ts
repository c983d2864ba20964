const RAISED = pairForms(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyz',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ',
);
const LOWERED = pairForms('0123456789+-−=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

/** What makes a number tell a rank, in English, French, Spanish and Italian: “1st” is what a reader takes it for. */
const ORDINAL = /^(?:st|nd|rd|th|er|ère|re|e|è|ème|nde|º|ª)$/i;

/** Text that stands raised, as in `10<sup>3</sup>`: `³`, or `^(…)` where it has no such form. `before` is what it follows: behind a blank it is small print. */
export function raiseText(text: string, before: string): string {
  if (text.trim() === '') return text;
  // “®”, “*” and “[1]” mean the same wherever they stand.
  if (!/[\p{L}\p{N}]/u.test(text) || /^\[[^\]]*\]$/.test(text)) return text;
  if (/\d/.test(before.at(-1) ?? '') && ORDINAL.test(text)) return text;
  return replaceByForms(text, RAISED) ?? (before.trim() === '' ? text : `^(${text})`);
}

/** Text that stands lowered, as in `H<sub>2</sub>O`: `₂`, or `_(…)` where it has no such form; small print as in {@link raiseText}. */
export function lowerText(text: string, before: string): string {
  if (text.trim() === '') return text;
  if (!/[\p{L}\p{N}]/u.test(text)) return text;
  return replaceByForms(text, LOWERED) ?? (before.trim() === '' ? text : `_(${text})`);
}

/** Null where one of the characters has no form of that kind. */
function replaceByForms(text: string, forms: ReadonlyMap<string, string>): string | null {
  const found = Array.from(text, (character) => forms.get(character));
  return found.every((form) => form !== undefined) ? found.join('') : null;
}

function pairForms(plain: string, forms: string): ReadonlyMap<string, string> {
  const all = Array.from(forms);
  return new Map(Array.from(plain, (character, index) => [character, all[index] ?? character]));
}
