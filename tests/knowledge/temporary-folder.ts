import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Creates a folder with `files` (path → content), and removes it after the test. */
export async function temporaryFolder(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-knowledge-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

/** Returns a Markdown article of one paragraph. */
export function markdown(title: string, body = 'One sentence.'): string {
  return `---\ntitle: ${title}\n---\n\n${body}\n`;
}

/** A Markdown file that cannot be an article, because its front matter is never closed. */
export const BROKEN = '---\ntitle: A\n';
