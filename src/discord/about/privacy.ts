import { type APIContainerComponent, type ButtonInteraction, ButtonStyle } from 'discord.js';
import { countMemberRecords, forgetMember } from '../../requests/asking/privacy.ts';
import { buildCard, buildText, COLOURS } from '../cards/card.ts';
import { buildButton, buildButtonRows } from '../kit/components/buttons.ts';
import { EVERYWHERE, localiseDescription } from '../kit/components/command-texts.ts';
import type { ButtonComponent, Command, RequestContext } from '../kit/context.ts';
import { respondPrivately, update } from '../kit/first-response.ts';
import { buildReplacement } from '../kit/replies.ts';

const COMPONENT = 'forget-me';
const ASK_FIRST = 'forget-me-ask';
const CANCEL = 'forget-me-cancel';

/** `/privacy`: shows the caller what the bot stores about them, with a button that deletes it. */
export const privacyCommand: Command = {
  definition: {
    ...localiseDescription((commands) => commands.privacy),
    ...EVERYWHERE,
  },
  async run(interaction, context) {
    await respondPrivately(interaction, { components: [await buildPrivacyCard(interaction, context)] });
  },
};

async function buildPrivacyCard(
  { user }: Pick<ButtonInteraction, 'user'>,
  context: RequestContext,
): Promise<APIContainerComponent> {
  const { texts } = context;
  const records = await countMemberRecords(context, user.id);
  const isNothing = records.questions + records.votes === 0;
  const look = { label: texts.buttons.deleteAll, emoji: '🗑️', style: ButtonStyle.Danger } as const;
  return buildCard(COLOURS.done, [
    ...buildText([`### ${texts.help.privacyTitle}`, texts.privacy.kept({ ...records })]),
    ...buildText(Object.values(texts.help.privacy).map((line) => `- ${line}`)),
    ...(isNothing ? [] : buildText([`-# ${texts.privacy.stays}`])),
    ...(isNothing ? [] : buildButtonRows([buildButton({ component: ASK_FIRST, argument: '' }, look)])),
  ]);
}

/** Asks whether to delete everything: one tap by mistake could not be undone. */
export const askForgetButton: ButtonComponent = {
  name: ASK_FIRST,
  async run(interaction, _, { texts, ...context }) {
    const records = await countMemberRecords(context, interaction.user.id);
    const { buttons } = texts;
    const look = { label: buttons.deleteAll, emoji: '🗑️', style: ButtonStyle.Danger } as const;
    const card = buildCard(COLOURS.unsure, [
      ...buildText([texts.privacy.confirm({ ...records })]),
      ...buildButtonRows([
        buildButton({ component: COMPONENT, argument: '' }, look),
        buildButton({ component: CANCEL, argument: '' }, { label: buttons.cancel }),
      ]),
    ]);
    await update(interaction, buildReplacement([card]));
  },
};

/** Shows again what the bot stores about the member, who decided not to delete it. */
export const keepMeButton: ButtonComponent = {
  name: CANCEL,
  async run(interaction, _, context) {
    await update(interaction, buildReplacement([await buildPrivacyCard(interaction, context)]));
  },
};

/** Deletes what the bot stores about the member who presses the button; the button itself names no member. */
export const forgetMeButton: ButtonComponent = {
  name: COMPONENT,
  async run(interaction, _, context) {
    const { texts, log } = context;
    const records = await forgetMember(context, interaction.user.id);
    log.info(records, 'a member was forgotten');
    await update(
      interaction,
      buildReplacement([
        buildCard(COLOURS.unknown, [
          ...buildText([texts.privacy.forgotten({ ...records })]),
          ...buildText([`-# ${texts.privacy.stays}`]),
        ]),
      ]),
    );
  },
};
