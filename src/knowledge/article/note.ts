import { stringify } from 'yaml';

/** What somebody has written down as a short article. */
export interface Note {
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  /** Where it comes from; null where it comes from nowhere else. */
  readonly url: string | null;
  /** ISO date of today. */
  readonly captured: string;
}

/** The same as an article file, Markdown with front matter. */
export function renderNote({ title, text, url, captured }: Note): string {
  const oneLine = title.replace(/\p{Cc}+/gu, ' ').trim();
  const frontMatter = stringify(
    { title: oneLine, ...(url === null ? {} : { url }), captured },
    { lineWidth: 0 },
  );
  return `---\n${frontMatter}---\n\n${text.replaceAll('\0', '').trim()}\n`;
}
