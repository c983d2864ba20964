import type { ChangedAnswer } from '../../requests/kit/changed-answers.ts';
import type { WatchedQuestion } from '../../requests/refreshing/watched-questions.ts';
import { shorten, toPrintable } from '../../text/layout/printable.ts';
import { playgroundTexts } from '../../wording/kit/english.ts';
import type { QuestionsView, QuestionView } from '../wire/messages.ts';

const MAX_SHOWN_CHARS = 1_000;

/** Builds the list of questions with their answers before and now. */
export function buildQuestionsView(watched: readonly WatchedQuestion[]): QuestionsView {
  const questions = watched.map(buildQuestion);
  const count = (state: QuestionView['state']): number =>
    questions.filter((each) => each.state === state).length;
  return {
    summary: playgroundTexts.questions.summary({
      count: questions.length,
      changed: count('changed'),
      waiting: count('waiting'),
    }),
    questions,
  };
}

function buildQuestion({ question, isAnswered, isChanged, before, after }: WatchedQuestion): QuestionView {
  const { waiting } = playgroundTexts.questions;
  return {
    question: toPrintable(question),
    state: isAnswered ? (isChanged ? 'changed' : 'same') : 'waiting',
    before: isAnswered ? describe(before) : waiting,
    after: isAnswered ? describe(after) : waiting,
  };
}

function describe(passage: ChangedAnswer['before']): string {
  const { unsure, unknown } = playgroundTexts.questions;
  if (passage === null) return unknown;
  const text = shorten(passage.text.split('\n').map(toPrintable).join('\n'), MAX_SHOWN_CHARS);
  return passage.isUnsure ? unsure({ text }) : text;
}
