import { findOutdatedDay } from '../../../requests/kit/outdated.ts';
import { createRefusal } from '../../../requests/kit/user-facing-error.ts';
import { waitForAnswer } from '../../../requests/unanswered/wait.ts';
import type { Localised } from '../../../wording/kit/texts.ts';
import { buildAnswerCard } from '../../cards/answer-card.ts';
import { type AnswerButton, toAnswerRef } from '../../kit/components/answer-button.ts';
import { buildButton, changeButtons } from '../../kit/components/buttons.ts';
import { editShownMessage } from '../../kit/components/edit-shown-message.ts';
import { respondPrivately } from '../../kit/first-response.ts';

const COMPONENT = 'tell-me';
/** What the button says, and once it was pressed. */
const LABELS: Localised<{ readonly ask: string; readonly done: string }> = {
  en: { ask: 'Tell me when you know', done: 'I will tell you' },
  ru: { ask: 'Сообщите, когда узнаете', done: 'Я сообщу' },
  de: { ask: 'Sag mir, wenn du es weißt', done: 'Ich sage Bescheid' },
  es: { ask: 'Avísame cuando lo sepas', done: 'Te avisaré' },
  fr: { ask: 'Dites-moi quand vous saurez', done: 'Je vous le dirai' },
};

/**
 * Makes the asker a waiting asker, or shows the answer at once when there is one now. Stands under “I don't know” in servers that the bot is
 * in, where moderators can teach the answer. The button carries the id of the question.
 */
export const tellMeButton: AnswerButton = {
  name: COMPONENT,
  build({ asked, isBotThere, reply: { outcome } }, { language }) {
    if (asked === null || asked.guildId === null || !isBotThere || outcome !== 'unknown') return null;
    const id = { component: COMPONENT, argument: asked.id, language };
    return buildButton(id, { label: LABELS[language].ask, emoji: '🔔' });
  },
  async run(interaction, askedId, context) {
    const { texts, locks } = context;
    const { user, guild } = interaction;
    if (guild === null) throw createRefusal({ kind: 'unknown-button' });
    const known = await waitForAnswer(context, toAnswerRef(askedId, interaction), user.id);
    if (known !== null) {
      const content = texts.unanswered.nowKnown(`<@${user.id}>`);
      // This reply offers no menu of alternatives, so the card does not mention them.
      const outdatedFrom =
        known.passage && (await findOutdatedDay(context, interaction.guildId, known.passage.article));
      const card = buildAnswerCard({ ...known, rivals: [] }, texts, { moreButton: null, outdatedFrom });
      await respondPrivately(interaction, { content, embeds: [card] });
      return;
    }
    await editShownMessage(interaction, locks, (message) => {
      const rows = changeButtons(message, ({ component, language = texts.language }, shown) =>
        component === COMPONENT ? { ...shown, label: LABELS[language].done, disabled: true } : shown,
      );
      return { components: [...rows] };
    });
  },
};
