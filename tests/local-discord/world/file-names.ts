/**
 * The name under which Discord keeps a file: ASCII letters, digits, `_`, `-` and `.`, spaces and path separators as
 * underscores, none of `.` and `_` at the ends; `unknown` when nothing is left.
 *
 * @see https://github.com/discord/discord-api-docs/issues/7754 names the function of werkzeug that it follows.
 */
export function cleanFileName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/[/\\]/g, ' ')
    .replaceAll(/[^\w\s.-]/g, '')
    .split(/\s+/)
    .filter(Boolean);
  return words.join('_').replaceAll(/^[._]+|[._]+$/g, '') || 'unknown';
}

const types: Readonly<Record<string, string>> = {
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  zip: 'application/zip',
  png: 'image/png',
};

/** The media type that the name suggests; undefined for an ending that is not known. */
export function findContentType(name: string): string | undefined {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return types[ending];
}
