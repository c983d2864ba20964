import { SimilarQuestions } from '../../search/questions/similar-questions.ts';
import { toPhrasingKey } from '../../text/words/questions.ts';
import { splitWords } from '../../text/words/words.ts';
import { type AskedQuestion, choosePhrasing } from '../base/asked-question.ts';

export interface GroupInput {
  readonly asked: readonly AskedQuestion[];
  /** Folded words that are not typos of others: words of the articles or of common English. */
  readonly knownWords: readonly string[];
}

/** Questions that ask the same. */
export interface QuestionGroup {
  /** Whether the first of them is a follow-up, so that its full question is used. */
  readonly isFollowUp: boolean;
  /** The ids of all its questions; those with the first one's words come first. */
  readonly ids: readonly string[];
}

/** The questions that were asked in the same words. */
interface Phrasing {
  readonly phrasing: string;
  readonly isFollowUp: boolean;
  readonly ids: string[];
}

/**
 * Groups questions that ask the same, in the order in which each was first given. Similarity is not
 * transitive: the middle one of three questions may resemble both others, which do not resemble each other.
 * So a question joins the first group that it resembles, and groups are built in order.
 */
export function groupQuestions(input: GroupInput): readonly QuestionGroup[] {
  const phrasings = new PhrasingIndex(input);
  const taken = new Set<Phrasing>();
  return phrasings.all.flatMap((each) => {
    if (taken.has(each)) return [];
    const members = phrasings.findAlike(each.phrasing).filter((alike) => !taken.has(alike));
    for (const member of members) taken.add(member);
    return [{ isFollowUp: each.isFollowUp, ids: members.flatMap(({ ids }) => ids) }];
  });
}

/** Finds the ids of the questions that ask the same as `phrasing`. */
export function findAlike({
  phrasing,
  ...input
}: GroupInput & { readonly phrasing: string }): readonly string[] {
  return new PhrasingIndex(input).findAlike(phrasing).flatMap(({ ids }) => ids);
}

/** More different words than ten thousand honest questions have. */
const MAX_WORDS = 50_000;

/**
 * Lists the folded words of all these questions, each once; only the first ones where there are very many.
 */
export function listDistinctWords(questions: readonly string[]): readonly string[] {
  const words = new Set<string>();
  for (const question of questions) {
    for (const { folded } of splitWords(question)) words.add(folded);
    if (words.size > MAX_WORDS) break;
  }
  return [...words].slice(0, MAX_WORDS);
}

class PhrasingIndex {
  readonly all: Phrasing[] = [];
  readonly #byKey = new Map<string, Phrasing>();
  readonly #alike: SimilarQuestions;

  constructor({ asked, knownWords }: GroupInput) {
    const known = new Set(knownWords);
    this.#alike = new SimilarQuestions([], (folded) => known.has(folded));
    for (const each of asked) this.#add(each);
  }

  /**
   * Returns the phrasings that ask the same as `question`: first the one with the same words, then the most
   * similar.
   */
  findAlike(question: string): readonly Phrasing[] {
    const same = this.#byKey.get(toPhrasingKey(question));
    const alike = this.#alike.find(question).flatMap((number) => this.all[number] ?? []);
    return same === undefined ? alike : [same, ...alike.filter((each) => each !== same)];
  }

  #add(asked: AskedQuestion): void {
    const phrasing = choosePhrasing(asked);
    const key = toPhrasingKey(phrasing);
    const same = this.#byKey.get(key);
    if (same !== undefined) {
      same.ids.push(asked.id);
      return;
    }
    const first: Phrasing = { phrasing, isFollowUp: phrasing !== asked.question, ids: [asked.id] };
    this.#byKey.set(key, first);
    this.all.push(first);
    this.#alike.add(phrasing);
  }
}
