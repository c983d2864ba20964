import { findOutdatedDay } from '../../requests/kit/outdated.ts';
import { showFactOfAnswer } from '../../requests/kit/show-fact.ts';
import type { Match } from '../../search/index/candidate.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { shorten } from '../../text/layout/shorten.ts';
import { sectionNames } from '../../wording/kit/answer-words.ts';
import { UNSURE_SIGN } from '../cards/colours.ts';
import { buildMatchCard } from '../cards/match-card.ts';
import { toAnswerRef } from '../kit/components/answer-button.ts';
import { buildButton, buildButtonRows } from '../kit/components/buttons.ts';
import type { ButtonComponent } from '../kit/context.ts';
import { respondPrivately } from '../kit/first-response.ts';
import type { ComponentRow } from '../kit/replies.ts';
import { buildContextButton, contextLabel } from './context-button.ts';

const COMPONENT = 'near';
/** Stands in no id, so that it parts two of them. */
const BETWEEN_IDS = ' ';
/** Longer ones do not fit beside each other, nor on a phone. */
const MAX_LABEL_CHARS = 40;

interface Refused {
  readonly reply: Pick<AskReply, 'nearest'>;
  /** Null where it could not be written down: what was asked has to be known when a button is pressed. */
  readonly asked: Pick<QuestionRecord, 'id'> | null;
}

/**
 * The row under “I don’t know” whose buttons each open a passage that is near what was asked, numbered as the card lists them; none
 * under any other answer. They carry the ids of what was asked and of the fact.
 */
export function buildNearestRow({ reply, asked }: Refused): readonly ComponentRow[] {
  if (asked === null) return [];
  const buttons = reply.nearest.map((match, place) => {
    const argument = [asked.id, match.fact.id].join(BETWEEN_IDS);
    return buildButton({ component: COMPONENT, argument }, { label: labelOf(match, place + 1) });
  });
  return buildButtonRows(buttons);
}

/** Shows a passage near what was asked, said to be only that, to whoever presses it, alone. */
export const nearestButton: ButtonComponent = {
  name: COMPONENT,
  async run(interaction, argument, context) {
    const { knowledge, store, texts } = context;
    const [askedId = '', factId = ''] = argument.split(BETWEEN_IDS);
    const shown = await showFactOfAnswer(knowledge, store, { ...toAnswerRef(askedId, interaction), factId });
    const card = buildMatchCard(shown, texts, {
      moreButton: contextLabel(texts.language),
      outdatedFrom: await findOutdatedDay(context, interaction.guildId, shown.passage.article),
      above: [`${UNSURE_SIGN} ${texts.answer.maybeRelated}`],
    });
    const components = buildButtonRows([buildContextButton(shown.fact.id, texts.language)]);
    await respondPrivately(interaction, { embeds: [card], components });
  },
};

function labelOf(match: Match, number: number): string {
  return shorten(`${number} · ${sectionNames(match).at(-1)}`, MAX_LABEL_CHARS);
}
