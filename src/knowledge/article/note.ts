import { stringify } from 'yaml';

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
