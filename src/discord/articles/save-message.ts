import {
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { MAX_TITLE_CHARS } from '../../knowledge/article/article.ts';
import { requireModerator } from '../../requests/kit/requester.ts';
import { shorten, toPrintable } from '../../text/layout/printable.ts';
import { localiseName } from '../kit/components/command-texts.ts';
import { buildNoteModal, fillForm } from '../kit/components/note-modal.ts';
import type { MessageCommand } from '../kit/context.ts';
import { respondPrivately, showForm } from '../kit/first-response.ts';
import { MODERATOR, readRequester } from '../kit/requester.ts';

/** Mentions of members that nobody knows by name any more. */
const UNNAMED = /<@[!&]?\d+>/gu;
/** A longer first line is cut anyway. */
const MAX_LINE_CHARS = 1000;

/** “Save as answer”: opens the form for a note with the words of a message, which a moderator may change before they become an article. */
export const saveMessageCommand: MessageCommand = {
  definition: {
    type: ApplicationCommandType.Message,
    ...localiseName((commands) => commands.saveMessage.name),
    default_member_permissions: MODERATOR.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  },
  async run(interaction, context) {
    const { texts } = context;
    requireModerator(readRequester(interaction, context));
    // Members and channels that the message mentions stand there by their names.
    const words = interaction.targetMessage.cleanContent.replace(UNNAMED, '').trim();
    if (words === '') await respondPrivately(interaction, { content: texts.notices.nothingToSave });
    else await showForm(interaction, fillIn(buildNoteModal(texts), words), texts);
  },
};

/** Fills the title of the form with the first line of a text, without the marks of a heading, and the text with all of it. */
export function fillIn(
  form: APIModalInteractionResponseCallbackData,
  words: string,
): APIModalInteractionResponseCallbackData {
  const [first = ''] = words.split('\n');
  const title = toPrintable(stripMarks(first.slice(0, MAX_LINE_CHARS)));
  return fillForm(form, { title: shorten(title, MAX_TITLE_CHARS).trim(), text: words });
}

/** Removes the marks of a heading, a quote or bold text from both ends of a line. */
function stripMarks(line: string): string {
  let end = line.length;
  while (end > 0 && /[*_~\s]/u.test(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end).replace(/^[#>*_~\s-]+/u, '');
}
