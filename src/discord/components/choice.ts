import { ComponentType, PermissionFlagsBits } from 'discord.js';
import { chooseMatch } from '../../requests/choose-match.ts';
import type { Match } from '../../search/candidate.ts';
import type { Localised, Texts } from '../../wording/texts.ts';
import { answerRef, type ShownAnswer } from '../answer-button.ts';
import { questionLine } from '../answer-card.ts';
import { changeButtons, matchMenu } from '../buttons.ts';
import type { SelectComponent } from '../context.ts';
import { encodeCustomId } from '../custom-id.ts';
import { matchCard } from '../match-card.ts';
import { type Row, reply } from '../replies.ts';
import { contextButton } from './context.ts';

const COMPONENT = 'choice';
const PLACEHOLDER: Localised = {
  en: 'Which did you mean?',
  ru: 'Что вы имели в виду?',
  de: 'Was war gemeint?',
  es: '¿Cuál querías decir?',
  fr: 'Lequel vouliez-vous ?',
};

/** The menu under a close call, which carries the id of what was asked; no row under any other answer. */
export function choiceRow({ reply: { matches, rivals }, asked }: ShownAnswer, texts: Texts): readonly Row[] {
  if (asked === null || rivals.length === 0) return [];
  const all = [...matches.slice(0, 1), ...rivals];
  return [menuOf(asked.id, { matches: all, shown: matches[0]?.fact.id, texts })];
}

/** Shows the match that the asker meant in place of the first; what stands under it stays, and refers to that match. */
export const choiceMenu: SelectComponent = {
  name: COMPONENT,
  async run(interaction, askedId, { knowledge, store, texts }) {
    const { user, values, memberPermissions, message } = interaction;
    const { question, chosen, matches, refreshedAt } = await chooseMatch(knowledge, store, {
      ...answerRef(askedId, interaction),
      factId: values[0] ?? '',
      chooserId: user.id,
      isModerator: memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false,
      nameOf: (askerId) => `<@${askerId}>`,
    });
    const rows = changeButtons(message, ({ component }, shown) =>
      component === contextButton.name ? { ...shown, custom_id: contextOf(chosen) } : shown,
    );
    const menu = menuOf(askedId, { matches, shown: chosen.fact.id, texts });
    const card = { ...questionLine(question), ...matchCard({ match: chosen, refreshedAt }, texts) };
    await interaction.update(reply({ embeds: [card], components: [menu, ...rows.filter(isNoMenu)] }));
  },
};

function menuOf(
  askedId: string,
  options: { readonly matches: readonly Match[]; readonly shown: string | undefined; readonly texts: Texts },
): Row {
  const id = { component: COMPONENT, argument: askedId };
  return matchMenu(id, { ...options, placeholder: PLACEHOLDER[options.texts.language] });
}

function contextOf({ fact }: Match): string {
  return encodeCustomId({ component: contextButton.name, argument: fact.id });
}

function isNoMenu({ components }: Row): boolean {
  return components.every(({ type }) => type === ComponentType.Button);
}
