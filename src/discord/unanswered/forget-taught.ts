import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord.js';
import { unteach } from '../../requests/articles/unteach.ts';
import { refused } from '../../requests/kit/user-facing-error.ts';
import type { Localised, Texts } from '../../wording/kit/texts.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { undoButtonFor } from '../history/undo.ts';
import { button, buttonRows } from '../kit/components/buttons.ts';
import type { ButtonComponent } from '../kit/context.ts';
import { update } from '../kit/first-response.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { reply } from '../kit/replies.ts';
import { requesterOf } from '../kit/requester.ts';

const COMPONENT = 'forget-taught';
const LABEL: Localised = {
  en: 'Forget what was taught',
  ru: 'Забыть указанный ответ',
  de: 'Gelehrtes vergessen',
  es: 'Olvidar lo enseñado',
  fr: 'Oublier ce qui a été appris',
};
const MAX_QUESTION_CHARS = 500;

/** The button under the explanation of a taught question; it carries what `unteach` knows the lesson by. */
export function forgetTaughtButtonFor(id: string, { language }: Texts): APIButtonComponentWithCustomId {
  const look = { label: LABEL[language], emoji: '🗑️', style: ButtonStyle.Danger } as const;
  return button({ component: COMPONENT, argument: id }, look);
}

/** Takes back what was taught, and tells so in place of the explanation, with a button to undo that for who may. */
export const forgetTaughtButton: ButtonComponent = {
  name: COMPONENT,
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
