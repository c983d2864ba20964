/** A regular expression that may take disproportionate time. */
interface Exception {
  readonly file: string;
  /** The beginning of its source. */
  readonly beginning: string;
  /** The reason to keep it. */
  readonly reason: string;
  /** The limit of its text. */
  readonly bound: string;
}

const SENTENCE = 'A sentence has at most 1,000 characters (MAX_SENTENCE_CHARS).';
const MARK = 'It is given lines of at most 300 characters (MAX_MARK_CHARS).';
const SET =
  'It is given the files of question sets, which whoever measures has chosen, and never what anybody sends.';
const LOOK_BACK = 'It is given at most 48 characters (LOOK_BACK_CHARS).';

/** The only accepted exceptions. The check fails for an exception whose regular expression is gone. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    file: 'src/answering/question/enumeration.ts',
    beginning: String.raw`(?<![\p{L}\p{N}])(?:\p{Lu}|\d)`,
    reason: 'What a list of names begins behind is found from the end of a clause only.',
    bound: SENTENCE,
  },
  {
    file: 'src/answering/question/enumeration.ts',
    beginning: String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}]`,
    reason: 'The same for a list of words.',
    bound: SENTENCE,
  },
  {
    file: 'src/answering/follow-up/speaker.ts',
    beginning: '“[^”]*',
    reason: 'A quotation that is not closed is looked for from its last mark alone.',
    bound: SENTENCE,
  },
  {
    file: 'src/text/words/filler-phrases.ts',
    beginning: '(?: (?:thanks?',
    reason: 'Thanks may be said several times over.',
    bound: 'It is given the last 40 words (MAX_WORDS) of a question, which is cut to MAX_QUESTION_CHARS.',
  },
  {
    file: 'src/answering/question/spans.ts',
    beginning: String.raw`[$€£¥]\s?\d+`,
    reason: 'A number without a unit is tried again from each of its parts.',
    bound: SENTENCE,
  },
  {
    file: 'src/measuring/evaluation/formats/marked-lines.ts',
    beginning: '<!--[',
    reason: 'A comment that is not closed is looked for from its beginning.',
    bound: SET,
  },
  {
    file: 'src/measuring/evaluation/formats/marked-lines.ts',
    beginning: String.raw`!\[[^`,
    reason: 'The same for a picture.',
    bound: SET,
  },
  {
    file: 'src/measuring/evaluation/formats/marked-lines.ts',
    beginning: String.raw`\[([^`,
    reason: 'The same for a link.',
    bound: SET,
  },
  {
    file: 'src/measuring/evaluation/formats/marked-lines.ts',
    beginning: String.raw`<\/?[a-zA-Z]`,
    reason: 'The same for a tag.',
    bound: SET,
  },
  {
    file: 'src/measuring/evaluation/formats/marked-lines.ts',
    beginning: String.raw`\{[#.]`,
    reason: 'The same for an anchor.',
    bound: SET,
  },
  {
    file: 'src/knowledge/dialects/dialects.ts',
    beginning: String.raw`^import\s+`,
    reason: 'Names and the white space around them are told apart by what follows.',
    bound: MARK,
  },
  {
    file: 'src/knowledge/dialects/dialects.ts',
    beginning: String.raw`^export\s+`,
    reason: 'The same for what is exported.',
    bound: MARK,
  },
  {
    file: 'src/settings/settings.ts',
    beginning: String.raw`[\w-]{20,}\.`,
    reason: 'Where a token begins is not known.',
    bound: 'The operator sets it, and it is read once.',
  },
  {
    file: 'src/settings/api-url.ts',
    beginning: String.raw`\/+$`,
    reason: 'An address has few slashes.',
    bound: 'The operator sets it, and it is read once.',
  },
  {
    file: 'src/text/sentences/abbreviations.ts',
    beginning: String.raw`[^\s()[\]{}`,
    reason: 'The last word before a full stop is looked for.',
    bound: LOOK_BACK,
  },
  {
    file: 'src/text/sentences/abbreviations.ts',
    beginning: String.raw`(\p{L}+)\s+$`,
    reason: 'The word before a letter is looked for.',
    bound: LOOK_BACK,
  },
  {
    file: 'src/text/words/words.ts',
    beginning: String.raw`(?![\p{M}`,
    reason:
      'A number without a decimal mark is tried once: then the next alternative takes all of its digits.',
    bound: 'Any text: it takes twice the time for digits, no more.',
  },
];
