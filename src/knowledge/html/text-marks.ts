import { raiseText } from './raised-text.ts';

/** `==marked==`, of Obsidian and MkDocs; `a==b` and `a == b` compare. */
const MARKED = /(?<![=\p{L}\p{N}/?&#%._~-])==(?=[^\s=])([^=\n]{1,500})==(?![=\p{L}\p{N}])/gu;
/** `++ctrl+alt+del++`, of MkDocs; “c++ or d++” names languages. */
const KEYS = /(?<![+\p{L}\p{N}/?&#%._~-])\+\+([\w"'-]+(?:\+[\w"'-]+)*)\+\+(?![+\p{L}\p{N}])/gu;
/** `x^2^`, of Pandoc and MkDocs. */
const RAISED = /(?<=[\p{L}\p{N})\]])\^([\p{L}\p{N}+−-]{1,10})\^(?![\p{N}^])/gu;
/** `:material-information-outline:{ title="…" }`, of MkDocs. */
const ICON = /:(?:material|fontawesome|octicons|simple)-[a-z\d-]{1,80}:(?:\{[^{}\n]{0,200}\})?/g;
/** Whether a text may hold one of these; most hold none. */
const MAY_HOLD = /==|\+\+|\^|:(?:material|fontawesome|octicons|simple)-/;

/** Text of Markdown, outside code, without the marks of some dialects: highlights, keys, raised text and icons. */
export function removeTextMarks(text: string): string {
  if (!MAY_HOLD.test(text)) return text;
  return text
    .replace(ICON, '')
    .replace(MARKED, (marked, words: string) => (/\s$/.test(words) || isPunctuation(words) ? marked : words))
    .replace(KEYS, '$1')
    .replace(RAISED, (_, power: string) => raiseText(power, 'x'));
}

/** `"==" and "=="` names a sign twice. */
function isPunctuation(words: string): boolean {
  return /^["'”’)\]},;]/.test(words);
}

/** Whether the text of a `~2~` stands lowered, as in `H~2~O`: a few characters without a blank, right behind a letter or a digit. */
export function isLowered(text: string, before: string): boolean {
  return /^[\p{L}\p{N}+−-]{1,4}$/u.test(text) && /[\p{L}\p{N})\]]$/u.test(before);
}
