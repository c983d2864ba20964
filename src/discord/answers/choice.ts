import { ComponentType, type Message, type StringSelectMenuInteraction } from 'discord.js';
import { chooseMatch } from '../../requests/asking/choose-match.ts';
import { findOutdatedDay } from '../../requests/kit/outdated.ts';
import type { Localised, Texts } from '../../wording/kit/texts.ts';
import { LANGUAGES } from '../../wording/languages.ts';
import { buildQuestionLine } from '../cards/answer-card.ts';
import { buildMatchCard } from '../cards/match-card.ts';
import { type ShownAnswer, toAnswerRef } from '../kit/components/answer-button.ts';
import { buildMatchMenu, changeButtons, selectOption } from '../kit/components/buttons.ts';
import { editShownMessage } from '../kit/components/edit-shown-message.ts';
import type { RequestContext, SelectComponent } from '../kit/context.ts';
import { decodeCustomId, encodeCustomId } from '../kit/custom-id.ts';
import { toPlainText } from '../kit/markdown/plain-text.ts';
import { buildReply, type ComponentRow } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import { contextButton, contextLabel } from './context-button.ts';

const COMPONENT = 'choice';
const PLACEHOLDER: Localised = {
  en: 'Which did you mean?',
  ru: 'Что вы имели в виду?',
  de: 'Was war gemeint?',
  es: '¿Cuál querías decir?',
  fr: 'Lequel vouliez-vous ?',
};

/** The menu under a close call, which carries the id of what was asked; no row under any other answer. */
export function buildChoiceRow(
  { reply: { found, rivals }, asked }: ShownAnswer,
  texts: Texts,
): readonly ComponentRow[] {
  if (asked === null || rivals.length === 0) return [];
  const id = { component: COMPONENT, argument: asked.id, language: texts.language };
  const rivalling = new Set(rivals.map(({ fact }) => fact.id));
  const offered = found.filter(({ fact }, place) => place === 0 || rivalling.has(fact.id));
  const placeholder = PLACEHOLDER[texts.language];
  return [buildMatchMenu(id, { found: offered, shown: found[0]?.fact.id, placeholder })];
}

/** Shows the match that the asker meant in place of the first; what stands under it stays, and refers to that match. */
export const choiceMenu: SelectComponent = {
  name: COMPONENT,
  async run(interaction, askedId, context) {
    const factId = pickedOf(interaction);
    const { message } = interaction;
    const { asked, ...match } = await chooseMatch(context, {
      ...toAnswerRef(askedId, interaction),
      factId,
      requester: await readRequester(interaction, context),
      messageId: message.id,
      formatName: (askerId) => `<@${askerId}>`,
    });
    const texts = textsOf(interaction, context);
    const moreButton = contextLabel(texts.language);
    const outdatedFrom = await findOutdatedDay(context, interaction.guildId, match.passage.article);
    const card = {
      ...buildQuestionLine(asked.question),
      ...buildMatchCard(match, texts, { moreButton, outdatedFrom }),
    };
    const { customId } = interaction;
    await editShownMessage(interaction, context.locks, (shown) => {
      const content = {
        embeds: [card],
        components: selectOption(contextOf(shown, factId), customId, factId),
      };
      return buildReply(shown.embeds.length === 0 ? toPlainText(content) : content);
    });
  },
};

/** In the language that the card was made in, which need not be that of whoever chooses. */
function textsOf({ customId }: StringSelectMenuInteraction, { texts }: RequestContext): Texts {
  return LANGUAGES[decodeCustomId(customId)?.language ?? texts.language];
}

/** Only what stands in the menu can be chosen, whatever a client sends: all else is the id of no fact. */
function pickedOf({ message, customId, values }: StringSelectMenuInteraction): string {
  const menu = message.resolveComponent(customId);
  const offered = menu?.type === ComponentType.StringSelect ? menu.options.map(({ value }) => value) : [];
  return offered.find((value) => value === values[0]) ?? '';
}

/** The buttons speak of the chosen passage. */
function contextOf(message: Message, factId: string): readonly ComponentRow[] {
  return changeButtons(message, ({ component }, shown) => {
    if (component !== contextButton.name) return shown;
    return { ...shown, custom_id: encodeCustomId({ component, argument: factId }) };
  });
}
