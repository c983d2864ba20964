import { unteach } from '../../requests/articles/unteach.ts';
import { refused } from '../../requests/kit/user-facing-error.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { buttonRows } from '../kit/components/buttons.ts';
import { FORGET_TAUGHT_BUTTON } from '../kit/components/forget-taught-button.ts';
import { undoButtonFor } from '../kit/components/undo-button.ts';
import type { ButtonComponent } from '../kit/context.ts';
import { update } from '../kit/first-response.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { reply } from '../kit/replies.ts';
import { requesterOf } from '../kit/requester.ts';

const MAX_QUESTION_CHARS = 500;

/** Takes back what was taught, and tells so in place of the explanation, with a button to undo that for who may. */
export const forgetTaughtButton: ButtonComponent = {
  name: FORGET_TAUGHT_BUTTON,
  async run(interaction, id, call) {
    const { guildId, user } = interaction;
    if (guildId === null) throw refused({ kind: 'not-a-moderator' });
    const { texts, log } = call;
    const requester = await requesterOf(interaction, call);
    const { phrasing, changeNumber } = await unteach(call, { requester, guildId, id });
    log.info({ by: user.id, guildId, change: changeNumber }, 'untaught');
    const words = texts.unanswered.untaught(escapeWithin(phrasing, MAX_QUESTION_CHARS));
    const components = requester.managesServer ? buttonRows([undoButtonFor([changeNumber], texts)]) : [];
    await update(interaction, reply({ embeds: [noticeCard(words)], components }));
  },
};
