import { type APIButtonComponentWithCustomId, type ButtonInteraction, MessageFlags } from 'discord.js';
import { hasHelpers } from '../../requests/asking/call-helpers.ts';
import { findAsked } from '../../requests/kit/find-asked.ts';
import { findSurroundings } from '../../requests/kit/show-fact.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { type AnswerButton, toAnswerRef } from '../kit/components/answer-button.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import type { RequestContext } from '../kit/context.ts';
import { respondPrivately } from '../kit/first-response.ts';
import { buildAskHelpersButton } from './buttons/ask-helpers.ts';
import { buildDeleteFromOptionsButton } from './buttons/delete-answer.ts';
import { buildOptionsButton, decodeOptions, OPTIONS, type OptionsRef } from './buttons/options-ref.ts';
import { buildContextCard } from './context-button.ts';
import { buildMoreMatchesButton } from './more-matches.ts';

/** Shows the caller the text around a passage, and below it all that can be done with the answer but that few need. */
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
    const { knowledge, texts } = context;
    const card = buildContextCard(await findSurroundings(knowledge, interaction.guildId, ref.factId), texts);
    const asked = await findRecord(interaction, ref, context);
    const rows = buildButtonRows(listOptions(interaction, { ...ref, asked }, context));
    await respondPrivately(interaction, { embeds: [], components: [card, ...rows] });
  },
};

/** Returns the record of the question, or null if there is none any more: the text around the passage needs none. */
async function findRecord(
  interaction: ButtonInteraction,
  { askedId }: OptionsRef,
  { store }: Pick<RequestContext, 'store'>,
): Promise<QuestionRecord | null> {
  if (askedId === null) return null;
  try {
    return await findAsked(store, toAnswerRef(askedId, interaction));
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return null;
  }
}

function listOptions(
  { message, guild, guildId }: ButtonInteraction,
  { asked, hasOthers }: OptionsRef & { readonly asked: QuestionRecord | null },
  { settings, texts }: Pick<RequestContext, 'settings' | 'texts'>,
): readonly APIButtonComponentWithCustomId[] {
  // Where the bot is no member, it can only delete the message under which a button was pressed.
  const isDeletable = !message.flags.has(MessageFlags.Ephemeral) && (guild !== null || guildId === null);
  return [
    ...(asked !== null && hasOthers ? [buildMoreMatchesButton(asked.id, texts)] : []),
    ...(asked !== null && hasHelpers(settings) ? [buildAskHelpersButton(asked, texts)] : []),
    ...(isDeletable ? [buildDeleteFromOptionsButton(message.id, texts)] : []),
  ];
}
