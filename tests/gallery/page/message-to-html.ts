import { readComponent } from '../../../src/playground/look/read-components.ts';
import type { Names } from '../../../src/playground/look/read-inline.ts';
import { escapeHtml } from '../../../src/playground/page-html.ts';
import { messageFlag } from '../../local-discord/wire-values.ts';
import type { Message, Reaction } from '../../local-discord/world/messages.ts';
import type { ShownMessage } from '../exhibit.ts';
import { renderAvatar } from './avatar.ts';
import { embedToHtml } from './embed-to-html.ts';
import { formatTime } from './format-time.ts';
import { lookToHtml, markdownToHtml } from './look-to-html.ts';

/** A message as Discord's client shows it, with what stands above it: the command used, or the message it replies to. */
export function messageToHtml({ message, above, isMenuOpen = false }: ShownMessage, names: Names): string {
  const { content, embeds, components, flags, timestamp, reactions = [] } = message;
  const isPrivate = (flags & messageFlag.ephemeral) !== 0;
  const isLayout = (flags & messageFlag.componentsV2) !== 0;
  const shown = lookToHtml(
    components.map((each) => readComponent(each, names)),
    isMenuOpen,
  );
  const parts = [
    aboveToHtml(above, names),
    markdownToHtml(content, names),
    ...embeds.map((embed) => embedToHtml(embed, names)),
    isLayout ? `<div class="layout">${shown}</div>` : rowsToHtml(shown),
    reactionsToHtml(reactions),
  ];
  const attributes = `${authorOf(message, names)} timestamp="${formatTime(timestamp)}"${isPrivate ? ' ephemeral' : ''}`;
  return `<discord-message ${attributes}>${parts.join('')}</discord-message>`;
}

/** The rows of buttons and menus under a message. */
function rowsToHtml(rows: string): string {
  return rows === '' ? '' : `<discord-attachments slot="components">${rows}</discord-attachments>`;
}

function authorOf({ author: { id, username, bot } }: Message, names: Names): string {
  const name = names.users.get(id) ?? username;
  return `author="${escapeHtml(name)}" avatar="${renderAvatar(name)}"${bot ? ' bot' : ''}`;
}

function aboveToHtml(above: ShownMessage['above'], names: Names): string {
  if (above === undefined) return '';
  if (above.kind === 'reply') {
    const [line = ''] = above.to.content.split('\n');
    const shown = line === '' ? '<em>Click to see attachment</em>' : markdownToHtml(line, names);
    return `<discord-reply slot="reply" role-color="inherit" ${authorOf(above.to, names)}>${shown}</discord-reply>`;
  }
  const name = above.by.displayName;
  return `<discord-command slot="reply" type="slash_command" author="${escapeHtml(name)}" avatar="${renderAvatar(name)}" command="${escapeHtml(above.command)}"></discord-command>`;
}

function reactionsToHtml(reactions: readonly Reaction[]): string {
  if (reactions.length === 0) return '';
  const shown = reactions.map(
    ({ emoji, count, me }) =>
      `<discord-reaction emoji="${escapeHtml(emoji.name)}" name="" count="${count}"${me ? ' reacted' : ''}></discord-reaction>`,
  );
  return `<discord-reactions slot="reactions">${shown.join('')}</discord-reactions>`;
}
