import { removeTaughtAnswer } from '../../requests/unanswered/teach.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { buildUndoButton, FORGET_TAUGHT_BUTTON } from '../kit/components/shared-buttons.ts';
import type { ButtonComponent } from '../kit/context.ts';
import { update } from '../kit/first-response.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReplacement } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import { logModeration } from '../notifications/moderation-log.ts';

const MAX_QUESTION_CHARS = 500;

/** Forgets a taught answer, and replaces the explanation by a confirmation, with an undo button. */
export const forgetTaughtButton: ButtonComponent = {
  name: FORGET_TAUGHT_BUTTON,
  async run(interaction, id, context) {
    const { user } = interaction;
    const guildId = requireGuildId(interaction);
    const { texts, log } = context;
    const requester = readRequester(interaction, context);
    const { phrasing, changeNumber } = await removeTaughtAnswer(context, { requester, guildId, id });
    log.info({ by: user.id, guildId, change: changeNumber }, 'untaught');
    await logModeration(interaction, { kind: 'question', what: 'forgotten', phrasing }, context);
    const words = texts.unanswered.untaught({ question: escapeWithin(phrasing, MAX_QUESTION_CHARS) });
    const rows = buildButtonRows([buildUndoButton([changeNumber], texts)]);
    await update(interaction, buildReplacement([buildNoticeCard(words), ...rows]));
  },
};
