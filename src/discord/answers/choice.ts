import {
  type APIMessageTopLevelComponent,
  ComponentType,
  type Message,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { chooseMatch } from '../../requests/asking/choose-match.ts';
import { findOutdatedDay } from '../../requests/kit/outdated.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { textsFor } from '../../wording/languages.ts';
import { buildQuestionLine } from '../cards/answer-card.ts';
import { buildMatchCard } from '../cards/match-card.ts';
import { type ShownAnswer, toAnswerRef } from '../kit/components/answer-button.ts';
import { changeButtons } from '../kit/components/buttons.ts';
import { editShownMessage } from '../kit/components/edit-shown-message.ts';
import { buildMatchMenu, selectOption } from '../kit/components/select-menu.ts';
import type { RequestContext, SelectComponent } from '../kit/context.ts';
import { decodeCustomId, encodeCustomId } from '../kit/custom-id.ts';
import { toPlainText } from '../kit/markdown/plain-text.ts';
import { buildReply, type ComponentRow } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import { contextButton } from './context-button.ts';

const COMPONENT = 'choice';

/** Builds the menu under an answer with rivals; it carries the id of the question. Returns no row for other answers. */
export function buildChoiceRow(
  { reply: { found, rivals }, asked }: ShownAnswer,
  texts: Texts,
): readonly ComponentRow[] {
  if (asked === null || rivals.length === 0) return [];
  const id = { component: COMPONENT, argument: asked.id, language: texts.language };
  const rivalling = new Set(rivals.map(({ fact }) => fact.id));
  const offered = found.filter(({ fact }, index) => index === 0 || rivalling.has(fact.id));
  const placeholder = texts.menus.closeCall;
  return [buildMatchMenu(id, { found: offered, shown: found[0]?.fact.id, placeholder })];
}

/** Replaces the first match by the one that the asker meant. The components below stay, and refer to that match. */
export const choiceMenu: SelectComponent = {
  name: COMPONENT,
  async run(interaction, askedId, context) {
    const factId = readChoice(interaction);
    const { message } = interaction;
    const { asked, ...match } = await chooseMatch(context, {
      ...toAnswerRef(askedId, interaction),
      factId,
      requester: readRequester(interaction, context),
      messageId: message.id,
      formatName: (askerId) => `<@${askerId}>`,
    });
    const texts = readCardTexts(interaction, context);
    const moreButton = texts.buttons.context;
    const outdatedFrom = await findOutdatedDay(context, interaction.guildId, match.passage.article);
    const card = {
      ...buildQuestionLine(asked.question),
      ...buildMatchCard(match, texts, { moreButton, outdatedFrom, isAnswer: asked.outcome === 'answered' }),
    };
    const { customId } = interaction;
    await editShownMessage(interaction, context.locks, (shown) => {
      const content = {
        embeds: [card],
        components: selectOption(updateContextButton(shown, factId), customId, factId),
      };
      return buildReply(shown.embeds.length === 0 ? toPlainText(content) : content);
    });
  },
};

/** Returns the texts in the language of the card, which may differ from that of the member who chooses. */
function readCardTexts({ customId }: StringSelectMenuInteraction, { texts }: RequestContext): Texts {
  return textsFor(decodeCustomId(customId)?.language ?? texts.language);
}

/** Returns the chosen fact id. Only options of the menu count, whatever a client sends; anything else gives the id of no fact. */
function readChoice({ message, customId, values }: StringSelectMenuInteraction): string {
  const menu = message.resolveComponent(customId);
  const offered = menu?.type === ComponentType.StringSelect ? menu.options.map(({ value }) => value) : [];
  return offered.find((value) => value === values[0]) ?? '';
}

/** Makes the context button refer to the chosen passage. */
function updateContextButton(message: Message, factId: string): readonly APIMessageTopLevelComponent[] {
  return changeButtons(message, ({ component }, shown) => {
    if (component !== contextButton.name) return shown;
    return { ...shown, custom_id: encodeCustomId({ component, argument: factId }) };
  });
}
