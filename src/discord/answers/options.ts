import { type APIButtonComponentWithCustomId, type ButtonInteraction, MessageFlags } from 'discord.js';
import { hasHelpers } from '../../requests/asking/call-helpers.ts';
import { canShare } from '../../requests/asking/share-answer.ts';
import { findAskedOrNull } from '../../requests/kit/questions.ts';
import { findSurroundings } from '../../requests/kit/show-fact.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { buildQuestionLine } from '../cards/answer-card.ts';
import { buildText } from '../cards/card.ts';
import { readAccessForAll, readReaderAccess } from '../kit/channels/reader-access.ts';
import { type AnswerButton, toAnswerRef } from '../kit/components/answer-button.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { buildWhyAnswerButton } from '../kit/components/shared-buttons.ts';
import type { RequestContext } from '../kit/context.ts';
import { respondPrivately } from '../kit/first-response.ts';
import { readRequester } from '../kit/requester.ts';
import { buildAskHelpersButton } from './buttons/ask-helpers.ts';
import { buildDeleteFromOptionsButton, canDeleteById } from './buttons/delete-answer.ts';
import { buildOptionsButton, decodeOptions, OPTIONS, type OptionsRef } from './buttons/options-ref.ts';
import { buildShareButton } from './buttons/share.ts';
import { buildContextCard } from './context-button.ts';
import { buildMoreMatchesButton } from './more-matches.ts';

/** Shows the caller what was asked and the text around a passage, and below it all that can be done with the answer but that few need. */
export const optionsButton: AnswerButton = {
  name: OPTIONS,
  build({ asked, askerId, reply: { outcome, matches, found } }, texts) {
    const best = matches[0];
    if (outcome === 'unknown' || best === undefined) return null;
    const ref = { askedId: asked?.id ?? null, factId: best.fact.id, hasOthers: found.length > 1, askerId };
    return buildOptionsButton(ref, texts);
  },
  async run(interaction, argument, context) {
    const ref = decodeOptions(argument);
    const { knowledge, store, texts } = context;
    const wanted = { factId: ref.factId, readers: readReaderAccess(interaction) };
    const card = buildContextCard(await findSurroundings(knowledge, interaction.guildId, wanted), texts);
    // The text around the passage needs no record of the question.
    const { askedId, factId } = ref;
    const asked = askedId === null ? null : await findAskedOrNull(store, toAnswerRef(askedId, interaction));
    const question = asked === null ? [] : buildText(buildQuestionLine(asked.question));
    const isSharable = asked !== null && (await isSharableBy(interaction, { asked, factId }, context));
    const rows = buildButtonRows(listOptions(interaction, { ref, asked, isSharable }, context));
    await respondPrivately(interaction, { components: [...question, card, ...rows] });
  },
};

/** Returns whether the member who presses may show the answer, which only they see, to everybody. */
async function isSharableBy(
  interaction: ButtonInteraction,
  { asked, factId }: { readonly asked: QuestionRecord; readonly factId: string },
  context: RequestContext,
): Promise<boolean> {
  const { message, user } = interaction;
  if (!message.flags.has(MessageFlags.Ephemeral)) return false;
  return canShare(context, asked, { factId, memberId: user.id, readers: readAccessForAll(interaction) });
}

interface ListedOptions {
  readonly ref: OptionsRef;
  readonly asked: QuestionRecord | null;
  readonly isSharable: boolean;
}

function listOptions(
  interaction: ButtonInteraction,
  { ref, asked, isSharable }: ListedOptions,
  context: RequestContext,
): readonly APIButtonComponentWithCustomId[] {
  const { message } = interaction;
  const { settings, texts } = context;
  const { isModerator } = readRequester(interaction, context);
  const isDeletable = !message.flags.has(MessageFlags.Ephemeral) && canDeleteById(interaction);
  return [
    ...(isSharable ? [buildShareButton(ref, texts)] : []),
    ...(asked !== null && ref.hasOthers ? [buildMoreMatchesButton(asked.id, texts)] : []),
    ...(asked !== null && hasHelpers(settings) ? [buildAskHelpersButton(asked, texts)] : []),
    ...(asked !== null && isModerator ? [buildWhyAnswerButton(asked.id, texts)] : []),
    ...(isDeletable ? [buildDeleteFromOptionsButton(message.id, texts)] : []),
  ];
}
