import { findOutdatedDay } from '../../requests/kit/outdated.ts';
import { showFactOfAnswer } from '../../requests/kit/show-fact.ts';
import type { Match } from '../../search/index/candidate.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { shorten } from '../../text/layout/printable.ts';
import { listSectionNames } from '../../wording/answer-words.ts';
import { UNSURE_SIGN } from '../cards/card.ts';
import { buildMatchCard } from '../cards/passage-card.ts';
import { readReaderAccess } from '../kit/channels/reader-access.ts';
import { toAnswerRef } from '../kit/components/answer-button.ts';
import { buildButton, buildButtonRows } from '../kit/components/buttons.ts';
import { buildContextButton } from '../kit/components/shared-buttons.ts';
import type { ButtonComponent } from '../kit/context.ts';
import { respondPrivately } from '../kit/first-response.ts';
import type { ComponentRow } from '../kit/replies.ts';

const COMPONENT = 'near';
/** No id contains this character, so it separates two ids. */
const BETWEEN_IDS = ' ';
/** Longer labels do not fit side by side, nor on a phone. */
const MAX_LABEL_CHARS = 40;

interface UnknownAnswer {
  readonly reply: Pick<AskReply, 'nearest'>;
  /** Null when the question could not be recorded; the buttons need the record. */
  readonly asked: Pick<QuestionRecord, 'id'> | null;
}

/**
 * Builds the row under “I don’t know” whose buttons open related passages, named by their sections. Returns no row for other answers. Each
 * button carries the ids of the question and of the fact.
 */
export function buildNearestRow({ reply, asked }: UnknownAnswer): readonly ComponentRow[] {
  if (asked === null) return [];
  const buttons = reply.nearest.map((match) => {
    const argument = [asked.id, match.fact.id].join(BETWEEN_IDS);
    return buildButton({ component: COMPONENT, argument }, { label: buildLabel(match) });
  });
  return buildButtonRows(buttons);
}

/** Shows a related passage to the caller alone, and says that it is only related. */
export const nearestButton: ButtonComponent = {
  name: COMPONENT,
  async run(interaction, argument, context) {
    const { knowledge, store, texts } = context;
    const [askedId = '', factId = ''] = argument.split(BETWEEN_IDS);
    const shown = await showFactOfAnswer(knowledge, store, {
      ...toAnswerRef(askedId, interaction),
      factId,
      readers: readReaderAccess(interaction),
    });
    const card = buildMatchCard(shown, texts, {
      moreButton: texts.buttons.context,
      outdatedFrom: await findOutdatedDay(context, interaction.guildId, shown.passage.article),
      above: [`${UNSURE_SIGN} ${texts.answer.maybeRelated}`],
    });
    const components = [card, ...buildButtonRows([buildContextButton(shown.fact.id, texts)])];
    await respondPrivately(interaction, { components });
  },
};

function buildLabel(match: Match): string {
  return shorten(listSectionNames(match).at(-1) ?? '', MAX_LABEL_CHARS);
}
