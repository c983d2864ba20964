import { USUAL_ENDINGS } from '../knowledge/formats/formats.ts';
import { quoteWords } from './answer-words.ts';
import { fillText, type TextFor } from './kit/message.ts';
import type { Refusal, Texts } from './kit/texts.ts';
import { listProblems } from './problems.ts';

/** The refusals whose properties fill in their text unchanged. */
type DirectRefusal = Exclude<
  Refusal,
  | { readonly kind: 'cooling-down' | 'no-article-file' | 'synonym-not-in-articles' | 'ambiguous-article' }
  | { readonly problems: readonly unknown[] }
>;
type DirectRefusals = { readonly [What in DirectRefusal as What['kind']]: What };

/** The text of each refusal. A missing text, or one that needs an argument that the refusal lacks, does not compile. */
type TextsByKind = { readonly [Kind in keyof DirectRefusals]: TextFor<DirectRefusals[Kind]> };

/** More names than these help nobody to choose. */
const MAX_NAMES = 5;

/** Describes a refusal for the person: what is wrong, and what to do about it. */
export function describeRefusal(refusal: Refusal, texts: Texts): string {
  const { refusals } = texts;
  if (refusal.kind === 'cooling-down') {
    return refusals['cooling-down']({ seconds: Math.ceil(refusal.waitMs / 1000) });
  }
  if (refusal.kind === 'no-article-file') {
    const endings = new Intl.ListFormat(texts.tag, { type: 'disjunction' }).format(USUAL_ENDINGS);
    return refusals['no-article-file']({ endings });
  }
  if (refusal.kind === 'synonym-not-in-articles') {
    return refusals[refusal.kind]({ words: quoteWords(refusal.words, texts.quoting) });
  }
  if (refusal.kind === 'ambiguous-article') {
    const names = new Intl.ListFormat(texts.tag).format(refusal.names.slice(0, MAX_NAMES));
    return refusals[refusal.kind]({ names });
  }
  if ('problems' in refusal) return listProblems(refusals[refusal.kind], refusal.problems, texts);
  return fillRefusal(refusal.kind, refusal, refusals);
}

function fillRefusal<Kind extends keyof DirectRefusals>(
  kind: Kind,
  refusal: DirectRefusals[Kind],
  texts: TextsByKind,
): string {
  return fillText(texts[kind], refusal);
}
