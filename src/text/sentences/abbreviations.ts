/**
 * Returns whether the full stop after `before` belongs to an abbreviation, an initial or a list number, so that the
 * sentence continues. `before` is the sentence up to the stop (its end where it is long), `rest` the text from the
 * next word on. In doubt the result is true: two sentences in one quotation read well, half a sentence does not.
 */
export function isAbbreviation({ before, startsSentence, rest }: Surroundings): boolean {
  const token = LAST_TOKEN.exec(before)?.[0].replace(/^['‘’]+/, '') ?? '';
  const lead = before.slice(0, before.length - token.length);
  if (LIST_NUMBER.test(token) && startsLine(lead, startsSentence)) return true;
  const word = token.toLowerCase();
  if (isNeverLast(token, word)) return true;
  if (BEFORE_NUMBER.has(word) && !/^\p{Lu}$/u.test(token)) return NUMBER.test(rest);
  if (SENTENCE_STARTERS.has(/^\p{L}+(?![\p{L}.])/u.exec(rest)?.[0] ?? '')) return false;
  if (/^\d{1,2}$/.test(token)) return isGermanOrdinal(lead, rest);
  if (/^\p{L}$/u.test(token)) return !isSingleLetterEnd({ lead, token: word, startsSentence });
  return (
    DOTTED.test(token) || TITLES.has(word) || MAY_BE_LAST.has(word) || isSpanishPlural(lead, token, rest)
  );
}

interface Surroundings {
  readonly before: string;
  /** True where `before` includes the sentence's first character. */
  readonly startsSentence: boolean;
  readonly rest: string;
}

const LAST_TOKEN = /[^\s()[\]{}"“”„«»—–…]*$/u;
/** `1.`, `2.3.`, `a.`, `iv.` at the start of a sentence; four digits are a year. */
const LIST_NUMBER = /^(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivxlIVXL]{1,5})$/u;
/** `U.S`, `a.m`, `J.R.R`, `J.-P`, `Ph.D`, `т.е` (the last stop is the candidate itself). */
const DOTTED = /^\p{L}{1,3}(?:\.-?\p{L}{1,3})+$/u;
const DOTTED_NEVER_LAST = /^(?:e\.g|i\.e|z\.b|d\.h|u\.a|c\.-à-d|p\.ej|т\.е|т\.к|т\.н)$/u;

function isNeverLast(token: string, word: string): boolean {
  if (TITLES.has(word)) return /^\p{Lu}/u.test(token);
  return NEVER_LAST.has(word) || DOTTED_NEVER_LAST.test(word);
}

/** The text after `No.` or `Fig.`: `7`, `#3`, `IV`, `S1`. */
const NUMBER = /^(?:[A-Z]?\d|[#№]|[IVXLC]+\b)/u;

function startsLine(lead: string, startsSentence: boolean): boolean {
  const lineBreak = lead.lastIndexOf('\n');
  if (lineBreak === -1 && !startsSentence) return false;
  return !/[\p{L}\p{N}]/u.test(lead.slice(lineBreak + 1));
}

/** Recognises `EE. UU.` and `RR. HH.`: both halves. The second one may also end the sentence. */
function isSpanishPlural(lead: string, token: string, rest: string): boolean {
  if (!/^(\p{Lu})\1$/u.test(token)) return false;
  return /^(\p{Lu})\1\b/u.test(rest) || /(?:^|\s)(\p{Lu})\1\.\s?$/u.test(lead);
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/**
 * A name follows these, with a capital as in `Ms.`. In small letters they may be units, as in `after 20 ms. The
 * server`.
 */
const TITLES =
  set(`mr mrs ms dr drs prof gen col maj lt sgt capt cpl cmdr adm brig gov sen rep rev hon pres msgr
  messrs mme mlle supt insp sra srta dra hr frl dipl ing акад проф`);

/** Words that refer to an explanation or a place, which always follows. In small letters, without the stop. */
const NEVER_LAST = set('ref eg ie vs cf viz bzw vgl ggf evtl sog inkl ej см ул напр');

/** Abbreviations only where a number follows: `No. 7` but `No. He did not.`, `Sept. 4` but `in Sept. Rain fell.` */
const BEFORE_NUMBER =
  set(`no nos fig figs vol vols p pp ch chap sec sect art para ed nr bd abb kap str núm pág págs
  approx ca circa max min est op kv jan feb mar apr jun jul aug sep sept oct nov dec рис стр ст п пп гл табл ок`);

/** These may also end a sentence. Then a word that starts sentences (`The`, `In`) follows. */
const MAY_BE_LAST =
  set(`inc ltd co corp bros jr sr st ste mt ft ave blvd rd dept univ assn gmbh mio mrd al esq eds
  geb gest им д-р гор обл тыс млн млрд руб св ср`);

/**
 * Words that, with a capital, begin a sentence far more often than they follow an initial or an abbreviation as a
 * name. `An`, `So`, `La`, `Le`, `El` and `De` are missing, because they are surnames or begin surnames.
 */
const SENTENCE_STARTERS =
  set(`The This These Those That It Its He She They We You His Her Their Our In On At By For
  From With As If When While Where After Before Although Though However There But And Or Today Since During
  Despite Because Under Both Some Many Most Each All Not What Who How Why Such Then Thus Also Between Through
  Another Other Until Among Once Further Furthermore Moreover Additionally Meanwhile Nevertheless Finally Later
  A I Of To According Several Only Even Now Two Three Four Five
  Der Die Er Sie Es Im Am Eine Ein Diese Dieser Dieses Nach Bei Auch Wir Ils Elle Elles Il Cette Ces Dans Pour
  Este Esta Estos En Según Los Las Para Por
  В Во На Это Этот Эта Эти Он Она Они Оно Но И С По Для Как Что При После До Из Также Однако Мы`);

const BEFORE_GERMAN_ORDINAL =
  /(?:^|\s)(?:am|der|die|das|dem|den|des|im|ins|vom|zum|zur|bis|ab|seit|und)\s+$/iu;
const GERMAN_COUNTED =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Weltkrieg)/u;

/** Recognises `am 3. Oktober` and `der 2. Weltkrieg`. English puts no stop after such a number. */
function isGermanOrdinal(lead: string, rest: string): boolean {
  return BEFORE_GERMAN_ORDINAL.test(lead) || GERMAN_COUNTED.test(rest);
}

const LABELS =
  set(`vitamin class grade type group plan appendix section table figure hepatitis point phase exhibit
  category model chapter part war volume act level zone division series schedule annex option version`);

/**
 * Returns whether a single letter ends its sentence. Mostly it is an initial (`A. Belyaninov`) or half of an
 * abbreviation (`z. B.`). It ends the sentence as a label (`vitamin C.`, `World War I.`), as a unit (`for 2 h.`) and
 * in `и т. д.`. So does a Russian year or century (`в 1994 г.`). A Russian year does not end a sentence that has just
 * begun (`В 2008 г. Федеральная служба провела`).
 */
function isSingleLetterEnd(letter: { lead: string; token: string; startsSentence: boolean }): boolean {
  const { lead, token, startsSentence } = letter;
  if (/т\.\s?$/u.test(lead) && /[дп]/u.test(token)) return true;
  if (/[\dIVX]\s?$/u.test(lead) && /[гв]/u.test(token)) return !startsSentence || lead.length > 20;
  if (/\d\s?$/u.test(lead) && /[hmsgl]/u.test(token)) return true;
  return LABELS.has(/(\p{L}+)\s+$/u.exec(lead)?.[1]?.toLowerCase() ?? '');
}
