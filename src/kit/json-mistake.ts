/** Where a text stops being JSON, and why. */
export interface JsonMistake {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** The message of Node.js, in English, without the position and without a full stop. */
  readonly detail: string;
}

/**
 * Says where `JSON.parse` refused a text and why. Node.js names an offset at most, and none for some mistakes.
 *
 * @param error what `JSON.parse` threw for this text
 */
export function explainJsonError(text: string, error: unknown): JsonMistake {
  const before = text.slice(0, findJsonMistake(text)).split('\n');
  const message = error instanceof Error ? error.message : String(error);
  // Node.js 20: “… in JSON at position 11”; 22 and 24: “… in JSON at position 11 (line 1 column 12)”. Both: “Unexpected token ']', "[1,]" is not valid JSON”.
  const [detail = message] = message.split(/(?: in JSON)? at position \d|, (?:\.\.\.)?"/, 1);
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    detail,
  };
}

/** White space, then a bracket, comma, colon, number or word. Strings are scanned by themselves, because they may be long. */
const TOKEN = /[ \t\n\r]*(?:([{}[\],:"])|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
const BLANK = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** What may stand at a place of a JSON text, with the tokens that begin it: `'` for a number or word. */
const ALLOWED = {
  value: `{["'`,
  'value or end': `{["']`,
  key: `"`,
  'key or end': `"}`,
  colon: ':',
  'comma or end': ',]}',
  nothing: '',
} as const;

type Expected = keyof typeof ALLOWED;

/** Returns the offset of the first token that JSON does not allow there; the length of the text where it ends too early, or is valid. */
export function findJsonMistake(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    const start = matchAt(BLANK, text, at)?.end ?? at;
    const token = matchAt(TOKEN, text, at);
    if (token === null) return start;
    const next = readToken(token.mark, expected, open);
    if (next === null) return start;
    expected = next;
    at = token.end;
    if (token.mark !== '"') continue;
    const string = scanString(text, at);
    if (!string.isClosed) return string.end;
    at = string.end;
  }
}

/** Returns what may follow a token, or null where it may not stand there. Opens and closes brackets in `open`. */
function readToken(mark: string, expected: Expected, open: ('{' | '[')[]): Expected | null {
  if (!ALLOWED[expected].includes(mark)) return null;
  switch (mark) {
    case '{':
    case '[':
      open.push(mark);
      return mark === '{' ? 'key or end' : 'value or end';
    case '}':
    case ']':
      return open.pop() === (mark === '}' ? '{' : '[') ? afterValue(open) : null;
    case ',':
      return open.at(-1) === '{' ? 'key' : 'value';
    case ':':
      return 'value';
    default:
      return expected === 'key' || expected === 'key or end' ? 'colon' : afterValue(open);
  }
}

function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? 'nothing' : 'comma or end';
}

function matchAt(pattern: RegExp, text: string, at: number): { mark: string; end: number } | null {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? null : { mark: match[1] ?? "'", end: pattern.lastIndex };
}

/** Scans a string from behind its opening quote to behind its closing one, or to the first character that may not stand in it. */
function scanString(text: string, from: number): { readonly end: number; readonly isClosed: boolean } {
  let at = from;
  while (at < text.length) {
    const character = text[at] ?? '';
    if (character === '"') return { end: at + 1, isClosed: true };
    if (character < ' ') return { end: at, isClosed: false };
    const escaped = character === '\\' ? matchAt(ESCAPE, text, at) : null;
    if (character === '\\' && escaped === null) return { end: at, isClosed: false };
    at = escaped?.end ?? at + 1;
  }
  return { end: at, isClosed: false };
}
