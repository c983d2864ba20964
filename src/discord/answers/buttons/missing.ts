import { ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js';
import { explainVote, MAX_MISSING_CHARS } from '../../../requests/asking/vote.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import { buildButton, buildButtonRows } from '../../kit/components/buttons.ts';
import type { ButtonComponent, ModalComponent } from '../../kit/context.ts';
import { encodeCustomId } from '../../kit/custom-id.ts';
import { deferPrivately, deferUpdate, showForm } from '../../kit/first-response.ts';
import { buildReply, type ReplyContent } from '../../kit/replies.ts';

/** The names of the button and of its form. */
const BUTTON = 'say-missing';
const FORM = 'missing';
const FIELD = 'missing';

/** Builds the question to a voter what an answer lacked, with a button that opens a form. It carries the id of the question. */
export function askWhatWasMissing(askedId: string, { answer, buttons }: Texts): ReplyContent {
  const button = buildButton({ component: BUTTON, argument: askedId }, { label: buttons.sayMissing });
  return { content: answer.whatWasMissing, components: buildButtonRows([button]) };
}

export const missingButton: ButtonComponent = {
  name: BUTTON,
  async run(interaction, askedId, { texts }) {
    const { heading, text } = texts.missingForm;
    const form = {
      custom_id: encodeCustomId({ component: FORM, argument: askedId }),
      title: heading,
      components: [
        {
          type: ComponentType.Label as const,
          label: text,
          component: {
            type: ComponentType.TextInput as const,
            style: TextInputStyle.Paragraph,
            custom_id: FIELD,
            required: false,
            max_length: MAX_MISSING_CHARS,
          },
        },
      ],
    };
    await showForm(interaction, form, texts);
  },
};

/** Records the words, and thanks in place of the question. */
export const missingForm: ModalComponent = {
  name: FORM,
  async run(interaction, askedId, { store, texts, log }) {
    const { guildId, user } = interaction;
    await acknowledge(interaction);
    const missing = interaction.fields.getTextInputValue(FIELD);
    const channelId = interaction.channelId ?? '';
    await explainVote(store, { askedId, guildId, channelId, voterId: user.id, missing });
    const isSaid = missing.trim() !== '';
    log.info({ guildId, isSaid }, 'vote explained');
    const said = { content: texts.answer.missingSaid, components: [] };
    await interaction.editReply(buildReply(isSaid ? said : askWhatWasMissing(askedId, texts)));
  },
};

/** The form stands above the question to the voter, so that message changes. */
async function acknowledge(interaction: ModalSubmitInteraction): Promise<void> {
  await (interaction.isFromMessage() ? deferUpdate(interaction) : deferPrivately(interaction));
}
