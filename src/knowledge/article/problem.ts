/** What is wrong with one file of the knowledge folder, for whoever can mend it. */
export interface Problem extends FileProblem {
  /** As in `Article`; a sub-folder's where it cannot be listed, `.` for the knowledge folder itself. */
  readonly path: string;
}

/** A {@link Problem} before it is known in which file. */
export interface FileProblem {
  /**
   * `skipped`: nothing of the file is in the base. `draft`: nor is it, as the file itself wants. `warning`: the file is, without the part
   * that is wrong.
   */
  readonly kind: 'skipped' | 'draft' | 'warning';
  /** A line of the file, front matter included, from 1; null where the trouble is the file as a whole. */
  readonly line: number | null;
  readonly cause: ProblemCause;
}

/**
 * What is wrong, as data: each language of the interface has words for it, and for what to do. A text may quote the file or the system:
 * show it only after escaping.
 */
export type ProblemCause = PlainCause | FileCause | FrontMatterCause | FieldCause | LeftOutCause;

/** A problem whose code says all there is to say. */
export interface PlainCause {
  readonly code: PlainCauseCode;
}

export type PlainCauseCode =
  /** The file was listed, and could not be found when it was to be read. */
  | 'file-gone'
  | 'no-permission'
  /** The system gives the name in bytes that are no text, so no path leads to it. */
  | 'name-not-utf8'
  /** A folder, a named pipe or a device with the name of an article. */
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
  /** There are a title and no sentence below it. */
  | 'no-text'
  /** A JSON, YAML or CSV file without questions and answers. */
  | 'no-question-list'
  | 'nested-too-deeply'
  | 'too-much-markdown'
  | 'yaml-nested-too-deeply'
  /** The YAML is valid, and is a list or a bare text. */
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

/** A problem of the file, or of its text. */
type FileCause =
  | { readonly code: 'too-large'; readonly maxMb: number }
  /** `errorCode` is Node's (`EIO`), or what was thrown. */
  | { readonly code: 'system-error'; readonly errorCode: string }
  /** The same for the knowledge folder itself. */
  | { readonly code: 'folder-cannot-be-opened'; readonly errorCode: string }
  /** The parser failed; `detail` is its message, in English. */
  | { readonly code: 'reading-failed'; readonly detail: string }
  /** A line begins with so many quote or list marks, or more. */
  | { readonly code: 'too-many-marks'; readonly marks: number }
  /** `detail` is the parser's message, in English, without a full stop. */
  | { readonly code: 'invalid-list'; readonly format: string; readonly detail: string }
  /** Stands for as many warnings of the file that are not told. */
  | { readonly code: 'more-warnings'; readonly count: number };

/** The line around front matter. */
export type FrontMatterFence = '---' | '+++';

/** A problem of the front matter as a whole, or of one of its lines. */
export type FrontMatterCause =
  /** The file says in its line `written` that it is one; `instead` is the line that says the opposite. */
  | { readonly code: 'draft'; readonly written: string; readonly instead: string }
  /** `key` is null where it could not be told. */
  | { readonly code: 'key-twice'; readonly key: string | null }
  /** `detail` is the YAML parser's message, in English, without a full stop. */
  | { readonly code: 'invalid-yaml'; readonly detail: string }
  /** The same of TOML. */
  | { readonly code: 'invalid-toml'; readonly detail: string }
  | { readonly code: 'open-front-matter'; readonly fence: FrontMatterFence }
  | {
      readonly code: 'front-matter-too-long';
      readonly maxChars: number;
      readonly maxLines: number;
      readonly fence: FrontMatterFence;
    }
  /** The first line of a `.txt` file is its title. */
  | { readonly code: 'title-too-long'; readonly maxChars: number };

/** A problem of what the front matter tells under one of its other keys. */
export type FieldCause =
  | { readonly code: 'not-a-date'; readonly key: string }
  | {
      readonly code: 'year-out-of-range';
      readonly key: string;
      readonly earliest: number;
      readonly latest: number;
    }
  | { readonly code: 'field-too-long'; readonly key: string; readonly maxChars: number }
  /** `url` leads to a host that Discord refuses in links. */
  | { readonly code: 'host-not-linkable'; readonly host: string }
  | { readonly code: 'not-days'; readonly key: string; readonly maxDays: number }
  | { readonly code: 'alias-too-long'; readonly maxShortChars: number; readonly maxLongChars: number }
  | { readonly code: 'pinned-too-long'; readonly maxChars: number }
  | { readonly code: 'too-many-entries'; readonly key: string; readonly max: number };

/** Something left out of an article, on the problem's line and on so many more. */
export type LeftOutCause = LeftOut & { readonly moreLines: number };

/** What readers of an article do not get to see of its file. */
export type LeftOut =
  | { readonly code: PlainLeftOutCode }
  | { readonly code: 'long-heading'; readonly maxChars: number }
  | { readonly code: 'long-html'; readonly maxTags: number };

export type PlainLeftOutCode =
  | 'struck'
  /** Characters that turn the direction of writing. */
  | 'turned'
  /** An HTML comment that is never closed. */
  | 'open-comment'
  /** An HTML element that hides what follows, and is never closed. */
  | 'open-element'
  | 'extra-cells'
  | 'unused-footnote'
  /** What was to bring the text of another file in. */
  | 'not-included';

/** The file cannot be an article because of this; `line` as in {@link FileProblem}. */
export function toSkipped(cause: ProblemCause, line: number | null = null): FileProblem {
  return { kind: 'skipped', line, cause };
}

/** The file is an article without the part that this tells of; `line` as in {@link FileProblem}. */
export function toWarning(cause: ProblemCause, line: number | null = null): FileProblem {
  return { kind: 'warning', line, cause };
}

interface Found {
  readonly leftOut: LeftOut;
  readonly lines: number[];
}

/** Collects what was left out of an article, each with its line. */
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

  /** A warning for each code with the first of its lines, in their order. */
  toProblems(): readonly FileProblem[] {
    return [...this.#found.values()].map(({ leftOut, lines }) =>
      toWarning({ ...leftOut, moreLines: lines.length - 1 }, lines[0] ?? null),
    );
  }
}

/** What is told of lines that were to bring in other files. */
export function reportIncludes(lines: readonly number[]): readonly FileProblem[] {
  const notes = new LeftOutLog();
  for (const line of lines) notes.add({ code: 'not-included' }, line);
  return notes.toProblems();
}
