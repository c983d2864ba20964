import { parse, stringify } from 'yaml';

/** A short article that a person wrote in Discord. */
export interface Note {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  /** The address of its origin, or null if it has none. */
  readonly url: string | null;
  /** ISO date of today. */
  readonly captured: string;
}

/** Renders a note as an article file: Markdown with front matter. */
export function renderNote({ title, text, url, captured }: Note): string {
  const oneLine = title.replace(/\p{Cc}+/gu, ' ').trim();
  const frontMatter = stringify(
    { title: oneLine, ...(url === null ? {} : { url }), captured },
    { lineWidth: 0 },
  );
  return `---\n${frontMatter}---\n\n${text.replaceAll('\0', '').trim()}\n`;
}

const OPENING = '---\n';
const CLOSING = '---\n\n';
/** The longest title and address, each character escaped. */
const MAX_FRONT_MATTER_CHARS = 10_000;
/** A key of a note with a plain or quoted value, which needs no time to parse. */
const FRONT_MATTER_LINE = /^(?:title|url|captured): [^[{]/;

/** Parses a file that `renderNote` has written, or returns null for any other. */
export function parseNote(file: string): Note | null {
  const end = file.indexOf(`\n${CLOSING}`, OPENING.length - 1);
  if (!file.startsWith(OPENING) || end < 0) return null;
  const frontMatter = readFrontMatter(file.slice(OPENING.length, end));
  if (frontMatter === null) return null;
  const note = { ...frontMatter, text: file.slice(end + 1 + CLOSING.length).replace(/\n$/, '') };
  return renderNote(note) === file ? note : null;
}

function readFrontMatter(yaml: string): Omit<Note, 'text'> | null {
  const isNote = yaml.length <= MAX_FRONT_MATTER_CHARS && yaml.split('\n').every(isFrontMatterLine);
  const keys: unknown = isNote ? parseYaml(yaml) : null;
  if (typeof keys !== 'object' || keys === null) return null;
  const { title, url = null, captured }: Partial<Record<keyof Note, unknown>> = keys;
  if (typeof title !== 'string' || typeof captured !== 'string') return null;
  return url === null || typeof url === 'string' ? { title, url, captured } : null;
}

function isFrontMatterLine(line: string): boolean {
  return FRONT_MATTER_LINE.test(line);
}

function parseYaml(yaml: string): unknown {
  try {
    return parse(yaml, { maxAliasCount: 0 });
  } catch {
    return null;
  }
}
