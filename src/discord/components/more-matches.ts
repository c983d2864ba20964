import type { MessageComponentInteraction } from 'discord.js';
import { type MoreMatches, moreMatches } from '../../requests/more-matches.ts';
import { refused } from '../../requests/user-facing-error.ts';
import type { Localised, Texts } from '../../wording/texts.ts';
import { type AnswerButton, answerRef } from '../answer-button.ts';
import { button, matchMenu } from '../buttons.ts';
import type { SelectComponent } from '../context.ts';
import { respondPrivately, update } from '../first-response.ts';
import { COMPONENT_LIMITS } from '../limits.ts';
import { matchCard } from '../match-card.ts';
import { noticeCard } from '../notice-card.ts';
import { reply } from '../replies.ts';

const BUTTON = 'more';
const MENU = 'more-pick';
const LABEL: Localised = {
  en: 'More matches',
  ru: 'Ещё совпадения',
  de: 'Weitere Treffer',
  es: 'Más resultados',
  fr: 'Autres résultats',
};
const PLACEHOLDER: Localised = {
  en: 'Show another match',
  ru: 'Показать другое совпадение',
  de: 'Einen anderen Treffer zeigen',
  es: 'Mostrar otro resultado',
  fr: 'Montrer un autre résultat',
};

/** The next matches, for whoever asks. It carries the id of what was asked. */
export const moreMatchesButton: AnswerButton = {
  name: BUTTON,
  under({ asked, reply: { outcome, found } }, { language }) {
    if (asked === null || outcome === 'unknown' || found.length < 2) return null;
    return button({ component: BUTTON, argument: asked.id }, { label: LABEL[language], emoji: '🔎' });
  },
  async run(interaction, askedId, { knowledge, store, texts }) {
    const more = await moreMatches(knowledge, store, wanted(askedId, interaction));
    const first = more.found[0]?.fact.id;
    const content =
      first === undefined
        ? { embeds: [noticeCard(texts.answer.noMore)] }
        : page(more, first, { askedId, texts });
    await respondPrivately(interaction, content);
  },
};

/** Shows the match that was picked in place of the one before. */
export const moreMatchesMenu: SelectComponent = {
  name: MENU,
  async run(interaction, askedId, { knowledge, store, texts }) {
    const more = await moreMatches(knowledge, store, wanted(askedId, interaction));
    await update(interaction, reply(page(more, interaction.values[0], { askedId, texts })));
  },
};

/** As many as one menu holds. */
function wanted(askedId: string, interaction: MessageComponentInteraction) {
  return { ...answerRef(askedId, interaction), limit: COMPONENT_LIMITS.options };
}

/** @throws {UserFacingError} `passage-gone` where the picked match is no longer one */
function page(
  { found, refreshedAt }: MoreMatches,
  picked: string | undefined,
  { askedId, texts }: { readonly askedId: string; readonly texts: Texts },
) {
  const match = found.find(({ fact }) => fact.id === picked);
  if (match === undefined) throw refused({ kind: 'passage-gone' });
  const id = { component: MENU, argument: askedId };
  const menu = matchMenu(id, { found, placeholder: PLACEHOLDER[texts.language] });
  return { embeds: [matchCard({ ...match, refreshedAt }, texts)], components: [menu] };
}
