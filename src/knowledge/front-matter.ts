import { type Flaw, skipped } from './problem.ts';

/** A Markdown file in its two parts. */
export interface SplitFile {
  readonly kind: 'split';
  /** The YAML between the two `---` lines; its first line is the file's second. */
  readonly yaml: string;
  readonly body: string;
  /** The line of the file on which `body` begins, from 1. */
  readonly bodyLine: number;
}

/** Far more than 200 aliases and 50 pinned questions need; keeps a hostile file from holding up the YAML parser. */
const MAX_FRONT_MATTER_CHARS = 64 * 1024;

/** The YAML parser compares each key with all: 15,000 of them took 2 s. */
const MAX_FRONT_MATTER_LINES = 2_000;

const OPENING = /^---[^\S\n]*(?:\n|$)/;
const CLOSING = /^---[^\S\n]*$/m;

/** The front matter and the body of a Markdown file with `\n` line ends; a flaw where it does not begin with one. */
export function splitFrontMatter(text: string): SplitFile | { readonly kind: 'flaw'; readonly flaw: Flaw } {
  const opening = OPENING.exec(text);
  if (opening === null) return { kind: 'flaw', flaw: skipped({ code: 'no-front-matter' }, 1) };
  const rest = text.slice(opening[0].length);
  const closing = CLOSING.exec(rest);
  if (closing === null) return { kind: 'flaw', flaw: skipped({ code: 'open-front-matter' }, 1) };
  const yaml = rest.slice(0, closing.index);
  const lines = yaml.split('\n').length;
  if (yaml.length > MAX_FRONT_MATTER_CHARS || lines > MAX_FRONT_MATTER_LINES)
    return { kind: 'flaw', flaw: tooLong() };
  const body = rest.slice(closing.index + closing[0].length).replace(/^\n/, '');
  return { kind: 'split', yaml, body, bodyLine: lines + 2 };
}

function tooLong(): Flaw {
  return skipped(
    { code: 'front-matter-too-long', maxChars: MAX_FRONT_MATTER_CHARS, maxLines: MAX_FRONT_MATTER_LINES },
    1,
  );
}
