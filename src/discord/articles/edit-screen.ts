import {
  type APIButtonComponentWithCustomId,
  type APIMessageTopLevelComponent,
  ButtonStyle,
} from 'discord.js';
import type { CheckedEdit } from '../../requests/articles/edit-article.ts';
import type { EditPreview } from '../../requests/unanswered/edit-preview.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildProblemLine } from '../../wording/problems.ts';
import { buildCard, buildSeparator, buildText, COLOURS, fitLines } from '../cards/card.ts';
import { buildChangedAnswers } from '../cards/changed-answers.ts';
import { buildNoticeCard, buildRefusalCard } from '../cards/notice-card.ts';
import { buildButton, buildButtonRows } from '../kit/components/buttons.ts';
import { EDIT_BUTTON } from '../kit/components/shared-buttons.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';

/** The names of the buttons under a preview in their custom ids. Each carries the id of the draft. */
export const SAVE = 'edit-save';
export const AGAIN = 'edit-again';
export const CANCEL = 'edit-cancel';

type Screen = readonly APIMessageTopLevelComponent[];
type Edit<Kind extends CheckedEdit['kind']> = Extract<CheckedEdit, { readonly kind: Kind }>;

/** All texts of a message have 4,000 characters together. */
const OPEN_LIMITS = { maxAnswers: 4, maxChars: 1200 };
const CHANGED_LIMITS = { maxAnswers: 5, maxChars: 1500 };
const PROBLEM_LIMITS = { maxLines: 4, maxChars: 800 };
const MAX_TITLE_CHARS = 100;
const MAX_PROBLEM_CHARS = 200;

/** Builds the preview of an edit: the open questions that it would answer, the answers that it would change, and what is left out. */
export function buildPreviewScreen(edit: Edit<'ready'>, preview: EditPreview, texts: Texts): Screen {
  const { draftId, title, warnings } = edit;
  const { knowledge, buttons } = texts;
  const card = buildCard(warnings.length === 0 ? COLOURS.done : COLOURS.unsure, [
    ...buildText([
      `### ${knowledge.editPreview({ title: escapeWithin(title, MAX_TITLE_CHARS) })}`,
      knowledge.notSavedYet,
    ]),
    ...buildProblems(warnings, texts),
    buildSeparator(),
    ...buildEffects(preview, texts),
  ]);
  const save = { label: buttons.save, style: ButtonStyle.Success } as const;
  return [
    card,
    ...buildButtonRows([
      buildButton({ component: SAVE, argument: draftId }, save),
      ...buildAgainButtons(draftId, texts),
    ]),
  ];
}

function buildProblems(warnings: Edit<'ready'>['warnings'], texts: Texts) {
  if (warnings.length === 0) return [];
  const lines = warnings.map(
    (problem) => `- ${escapeWithin(buildProblemLine(problem, texts), MAX_PROBLEM_CHARS)}`,
  );
  return buildText([
    `**${texts.counted.problems({ count: warnings.length })}**`,
    ...fitLines(lines, { ...PROBLEM_LIMITS, more: texts.more.problems }),
  ]);
}

function buildEffects({ changedAnswers, newlyAnswered, isComplete }: EditPreview, texts: Texts) {
  const { knowledge, refresh } = texts;
  const open = buildChangedAnswers(newlyAnswered, OPEN_LIMITS, texts);
  const changed = buildChangedAnswers(changedAnswers, CHANGED_LIMITS, texts);
  return [
    ...(open.length === 0
      ? []
      : buildText([`**${knowledge.wouldAnswer({ count: newlyAnswered.length })}**`, ...open])),
    ...buildText(
      changed.length === 0 ? [refresh.sameAnswers] : [`**${refresh.changedAnswers}**`, ...changed],
    ),
    ...buildText(isComplete ? [] : [`-# ${knowledge.notAllTried}`]),
  ];
}

/** Builds the notice that the typed text is what the article says already. */
export function buildUnchangedScreen(draftId: string, texts: Texts): Screen {
  return [
    buildNoticeCard(texts.knowledge.editUnchanged),
    ...buildButtonRows(buildAgainButtons(draftId, texts)),
  ];
}

/** Builds the notice that somebody changed the article meanwhile: a moderator goes on from either text. */
export function buildChangedScreen(
  { key, draftId }: Pick<Edit<'changed-since'>, 'key' | 'draftId'>,
  texts: Texts,
): Screen {
  const { buttons, knowledge } = texts;
  return [
    buildNoticeCard(knowledge.editChangedSince),
    ...buildButtonRows([
      buildButton({ component: EDIT_BUTTON, argument: key }, { label: buttons.openNewText }),
      buildButton({ component: AGAIN, argument: draftId }, { label: buttons.keepMyText }),
    ]),
  ];
}

/** Builds the reason why a text cannot be saved. The form opens again with it. */
export function buildRefusedScreen({ draftId, error }: Edit<'refused'>, texts: Texts): Screen {
  const kept = texts.knowledge.editRefused({ button: texts.buttons.editAgain });
  return [
    buildRefusalCard(error, texts),
    buildNoticeCard(kept),
    ...buildButtonRows(buildAgainButtons(draftId, texts)),
  ];
}

function buildAgainButtons(draftId: string, { buttons }: Texts): readonly APIButtonComponentWithCustomId[] {
  return [
    buildButton({ component: AGAIN, argument: draftId }, { label: buttons.editAgain, emoji: '✏️' }),
    buildButton({ component: CANCEL, argument: draftId }, { label: buttons.cancel }),
  ];
}
