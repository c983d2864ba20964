/** A problem with one file of the knowledge folder, for a person who can fix it. */
export interface Problem extends FileProblem {
  /** The path as in `Article`. The path of a sub-folder that cannot be listed; `.` for the knowledge folder itself. */
  readonly path: string;
}

/** A {@link Problem} without the path of its file. */
export interface FileProblem {
  /**
   * `skipped`: the file is not in the fact base. `draft`: nor is this one, because the file says so. `warning`: the
   * file is in the fact base, without the faulty part.
   */
  readonly kind: 'skipped' | 'draft' | 'warning';
  /** The line of the file, from 1, counting front matter, or null if the problem concerns the whole file. */
  readonly line: number | null;
  readonly cause: ProblemCause;
}

/**
 * The cause as data. Each language of the interface has a message and a remedy for it. Texts in it may come from the
 * file or the system: escape them before showing them.
 */
export type ProblemCause = PlainCause | FileCause | FrontMatterCause | FieldCause | LeftOutCause;

/** A cause that its code describes completely. */
interface PlainCause {
  readonly code: PlainCauseCode;
}

export type PlainCauseCode =
  /** The file was listed, but was gone when it was read. */
  | 'file-gone'
  | 'no-permission'
  /** The system gives the name in bytes that are not text, so no path leads to it. */
  | 'name-not-utf8'
  /** A folder, a named pipe or a device that has the name of an article. */
  | 'not-regular-file'
  | 'utf-16'
  | 'not-utf8'
  | 'nul-character'
  /** The knowledge folder does not exist. */
  | 'no-folder'
  /** The knowledge folder is a file. */
  | 'folder-is-file'
  | 'link-leaves-folder'
  | 'link-to-nothing'
  | 'link-to-itself'
  | 'takes-too-long'
  | 'takes-too-much-memory'
  | 'empty-file'
  /** The file has a title and no sentence below it. */
  | 'no-text'
  /** A JSON, YAML or CSV file without questions and answers. */
  | 'no-question-list'
  | 'nested-too-deeply'
  | 'too-much-markdown'
  | 'yaml-nested-too-deeply'
  /** The YAML is valid, but is a list or plain text. */
  | 'not-key-value-lines'
  | 'title-not-text'
  | 'title-control-characters'
  | 'title-empty'
  | 'url-not-web-address'
  | 'publisher-not-text'
  | 'language-unknown'
  | 'alias-not-pair'
  | 'pinned-not-list'
  | 'pinned-not-text';

/** A cause that concerns the file or its text. */
type FileCause =
  | { readonly code: 'too-large'; readonly maxMb: number }
  /** `errorCode` comes from Node (`EIO`), or is the message of the thrown error. */
  | { readonly code: 'system-error'; readonly errorCode: string }
  /** The same cause for the knowledge folder itself. */
  | { readonly code: 'folder-cannot-be-opened'; readonly errorCode: string }
  /** The parser failed. `detail` is its message, in English. */
  | { readonly code: 'reading-failed'; readonly detail: string }
  /** A line begins with at least this many quote or list marks. */
  | { readonly code: 'too-many-marks'; readonly marks: number }
  /** `detail` is the parser's message, in English, without a full stop. */
  | { readonly code: 'invalid-list'; readonly format: string; readonly detail: string }
  /** The articles of the folder have more than this many different limits of readers. */
  | { readonly code: 'too-many-limits'; readonly max: number }
  /** Replaces this number of further warnings of the same file. */
  | { readonly code: 'more-warnings'; readonly count: number };

/** The line before and after front matter. */
export type FrontMatterFence = '---' | '+++';

/** A cause that concerns the front matter as a whole, or one of its lines. */
type FrontMatterCause =
  /** The line `written` declares the file a draft. The line `instead` would publish it. */
  | { readonly code: 'draft'; readonly written: string; readonly instead: string }
  /** `key` is null where it is unknown. */
  | { readonly code: 'key-twice'; readonly key: string | null }
  /** `detail` is the YAML parser's message, in English, without a full stop. */
  | { readonly code: 'invalid-yaml'; readonly detail: string }
  /** `detail` is the TOML parser's message, likewise. */
  | { readonly code: 'invalid-toml'; readonly detail: string }
  | { readonly code: 'open-front-matter'; readonly fence: FrontMatterFence }
  | { readonly code: 'limit-out-of-place' }
  | {
      readonly code: 'front-matter-too-long';
      readonly maxChars: number;
      readonly maxLines: number;
      readonly fence: FrontMatterFence;
    }
  /** The first line of a `.txt` file is its title. */
  | { readonly code: 'title-too-long'; readonly maxChars: number };

/** A cause that concerns the value of one key of the front matter. */
type FieldCause =
  | { readonly code: 'not-a-date'; readonly key: string }
  | {
      readonly code: 'year-out-of-range';
      readonly key: string;
      readonly earliest: number;
      readonly latest: number;
    }
  | { readonly code: 'field-too-long'; readonly key: string; readonly maxChars: number }
  /** Discord rejects links to the host of `url`. */
  | { readonly code: 'host-not-linkable'; readonly host: string }
  | { readonly code: 'not-days'; readonly key: string; readonly maxDays: number }
  | { readonly code: 'alias-too-long'; readonly maxShortChars: number; readonly maxLongChars: number }
  | { readonly code: 'pinned-too-long'; readonly maxChars: number }
  /** `channels` or `roles` limits the article to nobody, because of its value or of one entry. */
  | { readonly code: 'readers-not-list' | 'readers-empty' | 'reader-not-text'; readonly key: string }
  /** A key that differs from `channels` or `roles` in one letter limits nothing. */
  | { readonly code: 'limit-misspelt'; readonly key: string; readonly meant: string }
  | { readonly code: 'too-many-entries'; readonly key: string; readonly max: number };

/** Something left out of an article, on the problem's line and on `moreLines` further lines. */
export type LeftOutCause = LeftOut & { readonly moreLines: number };

/** Something in the file that readers of the article do not see. */
export type LeftOut =
  | { readonly code: PlainLeftOutCode }
  | { readonly code: 'long-heading'; readonly maxChars: number }
  | { readonly code: 'long-html'; readonly maxTags: number };

type PlainLeftOutCode =
  | 'struck'
  /** Characters that change the writing direction. */
  | 'turned'
  /** An HTML comment that is never closed. */
  | 'open-comment'
  /** An HTML element that hides the text after it and is never closed. */
  | 'open-element'
  | 'extra-cells'
  | 'unused-footnote'
  /** An instruction to include the text of another file. */
  | 'not-included';

/** Makes a problem that keeps the file from being an article. `line` is as in {@link FileProblem}. */
export function toSkipped(cause: ProblemCause, line: number | null = null): FileProblem {
  return { kind: 'skipped', line, cause };
}

/** Makes a problem that leaves a part out of the article. `line` is as in {@link FileProblem}. */
export function toWarning(cause: ProblemCause, line: number | null = null): FileProblem {
  return { kind: 'warning', line, cause };
}

interface Found {
  readonly leftOut: LeftOut;
  readonly lines: number[];
}

/** Collects what is left out of an article, with its lines. */
export class LeftOutLog {
  readonly #found = new Map<LeftOut['code'], Found>();

  add(leftOut: LeftOut, line: number): void {
    const found = this.#found.get(leftOut.code);
    if (found === undefined) this.#found.set(leftOut.code, { leftOut, lines: [line] });
    else if (found.lines.at(-1) !== line) found.lines.push(line);
  }

  addAll(leftOut: readonly LeftOut[], line: number): void {
    for (const each of leftOut) this.add(each, line);
  }

  /** Returns one warning for each code, with the first of its lines, in the order of these lines. */
  toProblems(): readonly FileProblem[] {
    return [...this.#found.values()].map(({ leftOut, lines }) =>
      toWarning({ ...leftOut, moreLines: lines.length - 1 }, lines[0] ?? null),
    );
  }
}

/** Returns the problems of lines that include other files. */
export function reportIncludes(lines: readonly number[]): readonly FileProblem[] {
  const notes = new LeftOutLog();
  for (const line of lines) notes.add({ code: 'not-included' }, line);
  return notes.toProblems();
}

/** Thousands of broken files are reported by their number; nobody reads more lines. */
const MAX_PROBLEMS = 1_000;

/** Cuts a list of problems where it is longer than anybody reads. */
export function cutProblems(problems: readonly Problem[]): readonly Problem[] {
  return problems.slice(0, MAX_PROBLEMS);
}

/** Returns whether `cutProblems` may have cut a list. */
export function isListCut({ length }: readonly Problem[]): boolean {
  return length >= MAX_PROBLEMS;
}
