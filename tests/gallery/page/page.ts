import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Names } from '../../../src/playground/look/read-inline.ts';
import { escapeHtml } from '../../../src/playground/page-html.ts';
import type { PlayedExhibit } from '../exhibit.ts';
import { formToHtml } from './form-to-html.ts';
import { messageToHtml } from './message-to-html.ts';

interface PageParts {
  readonly names: Names;
  readonly script: string;
}

const STYLE = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');

/**
 * One page without anything around it: neither fonts nor pictures nor scripts come from elsewhere, and the page's policy
 * makes the browser see to it. No script runs but ours, whatever an article holds.
 */
export function renderPage(exhibits: readonly PlayedExhibit[], { names, script }: PageParts): string {
  const hash = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; img-src data:`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Footnote: every kind of reply</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Footnote: every kind of reply</h1>
<p><label><input type="checkbox" id="phone"> as wide as a phone</label></p>
${exhibits.map((exhibit) => section(exhibit, names)).join('\n')}
<script>${script}</script>
</body>
</html>
`;
}

function section({ id, caption, shown }: PlayedExhibit, names: Names): string {
  const messages = shown
    .map((each) => ('form' in each ? formToHtml(each.form) : messageToHtml(each, names)))
    .join('');
  const isMenuOpen = shown.some((each) => 'isMenuOpen' in each && each.isMenuOpen);
  const room = isMenuOpen ? ' class="room-for-menu"' : '';
  return `<section id="${id}">
<h2>${escapeHtml(caption)}</h2>
<div class="pair">
<discord-messages data-theme="dark"${room}>${messages}</discord-messages>
<discord-messages data-theme="light" light-theme${room}>${messages}</discord-messages>
</div>
</section>`;
}
