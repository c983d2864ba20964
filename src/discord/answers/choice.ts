import {
  type APIButtonComponentWithCustomId,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  type ButtonInteraction,
  ComponentType,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { type ChosenMatch, chooseMatch, findChoice } from '../../requests/asking/choose-match.ts';
import { findOutdatedDay } from '../../requests/kit/outdated.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { textsFor } from '../../wording/languages.ts';
import { buildQuestionLine } from '../cards/answer-card.ts';
import { buildMatchCard } from '../cards/passage-card.ts';
import { createChannelFinder } from '../kit/channels/channel-visibility.ts';
import { readAccessForAll, readReaderAccess } from '../kit/channels/reader-access.ts';
import { toAnswerRef } from '../kit/components/answer-button.ts';
import { buildButton, changeButtons } from '../kit/components/buttons.ts';
import { editShownMessage } from '../kit/components/edit-shown-message.ts';
import { buildContextButton, CONTEXT_BUTTON } from '../kit/components/shared-buttons.ts';
import type { ButtonComponent, RequestContext, SelectComponent } from '../kit/context.ts';
import { decodeCustomId } from '../kit/custom-id.ts';
import { buildReplacement } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import { buildOptionsButton, decodeOptions, OPTIONS } from './buttons/options-ref.ts';

const BUTTON = 'choose';
/** Stands under answers that earlier versions sent. */
const MENU = 'choice';
/** No id contains this character, so it separates two ids. */
const BETWEEN_IDS = ' ';

/** Builds the button beside a passage that could be meant. It carries the ids of the question and of the fact. */
export function buildChoiceButton(
  askedId: string,
  factId: string,
  { buttons, language }: Pick<Texts, 'buttons' | 'language'>,
): APIButtonComponentWithCustomId {
  const argument = [askedId, factId].join(BETWEEN_IDS);
  return buildButton({ component: BUTTON, argument, language }, { label: buttons.choose });
}

/** Replaces the passages that could be meant by the one that the asker meant. */
export const choiceButton: ButtonComponent = {
  name: BUTTON,
  async run(interaction, argument, context) {
    const [askedId = '', factId = ''] = argument.split(BETWEEN_IDS);
    await showChosen(interaction, { askedId, factId }, context);
  },
};

/** Replaces the first match by the one that the asker meant. */
export const choiceMenu: SelectComponent = {
  name: MENU,
  async run(interaction, askedId, context) {
    await showChosen(interaction, { askedId, factId: readChoice(interaction) }, context);
  },
};

/** Shows the chosen passage alone. The buttons below stay, and refer to that passage. */
async function showChosen(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  { askedId, factId }: { readonly askedId: string; readonly factId: string },
  context: RequestContext,
): Promise<void> {
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral);
  const texts = readCardTexts(interaction, context);
  const request = {
    ...toAnswerRef(askedId, interaction),
    factId,
    requester: readRequester(interaction, context),
    readers: isPrivate ? readReaderAccess(interaction) : readAccessForAll(interaction),
    messageId: interaction.message.id,
    formatName: (askerId: string) => `<@${askerId}>`,
  };
  // A refusal before the acknowledgement is the response itself, which only the member who pressed sees.
  await findChoice(context, request);
  await editShownMessage(interaction, context.locks, async (shown) => {
    // Of two simultaneous choices, the message and the record name the same one.
    const chosen = await chooseMatch(context, request);
    const card = await buildChosenCard(interaction, { chosen, texts }, context);
    const rows = pointAtFact(shown, factId, texts).filter(isButtonRow);
    return buildReplacement([...listOpening(shown), card, ...rows]);
  });
}

async function buildChosenCard(
  { message, guild, guildId }: MessageComponentInteraction,
  { chosen, texts }: { readonly chosen: ChosenMatch; readonly texts: Texts },
  context: RequestContext,
): Promise<APIContainerComponent> {
  const { asked, ...match } = chosen;
  const isAnswer = asked.outcome === 'answered';
  return buildMatchCard(match, texts, {
    moreButton: texts.buttons.more,
    outdatedFrom: await findOutdatedDay(context, guildId, match.passage.article),
    findChannel: createChannelFinder(guild),
    isAnswer,
    above: !isAnswer && hasQuestion(message) ? buildQuestionLine(asked.question) : [],
  });
}

/** Returns whether the question stands above the answer: not in a reply to it, nor where only its asker sees the answer. */
function hasQuestion({ reference, flags }: Message): boolean {
  return reference === null && !flags.has(MessageFlags.Ephemeral);
}

/** Returns the words above the card, which tell who has shared it. */
function listOpening({ components }: Message): readonly APIMessageTopLevelComponent[] {
  return components.map((each) => each.toJSON()).filter(({ type }) => type === ComponentType.TextDisplay);
}

function isButtonRow(component: APIMessageTopLevelComponent): boolean {
  return (
    component.type === ComponentType.ActionRow &&
    component.components.some(({ type }) => type === ComponentType.Button)
  );
}

/** Returns the texts in the language of the card, which may differ from that of the member who chooses. */
function readCardTexts({ customId }: MessageComponentInteraction, { texts }: RequestContext): Texts {
  return textsFor(decodeCustomId(customId)?.language ?? texts.language);
}

/** Returns the chosen fact id. Only options of the menu count, whatever a client sends; anything else gives the id of no fact. */
function readChoice({ message, customId, values }: StringSelectMenuInteraction): string {
  const menu = message.resolveComponent(customId);
  const offered = menu?.type === ComponentType.StringSelect ? menu.options.map(({ value }) => value) : [];
  return offered.find((value) => value === values[0]) ?? '';
}

/** Makes the buttons that show more of the passage refer to the chosen one. */
function pointAtFact(message: Message, factId: string, texts: Texts): readonly APIMessageTopLevelComponent[] {
  return changeButtons(message, ({ component, argument }, shown) => {
    if (component === CONTEXT_BUTTON) return buildContextButton(factId, texts);
    if (component !== OPTIONS) return shown;
    return buildOptionsButton({ ...decodeOptions(argument), factId, hasOthers: true }, texts);
  });
}
