import { foldWord } from './words.ts';

/**
 * Words that shape a sentence but say nothing about its subject. A question is not “about” them, so they neither rank
 * facts nor count as missing from the articles. They include question words; the question itself is read for what they
 * ask. The list omits words that shape sentences in one language and name things in another (German `die`, `war`,
 * `mit`; French `son`, `par`, `eu`; Spanish `era`, `sin`; Portuguese `com`, `dos`, `nas`, `sem`, `são`, and `e`, which
 * is a letter).
 */
const ENGLISH = `a about above after again against all also among amongst am an and another any anybody anyone anything are
  aren't around as at be because been before being below between both but by can can't cannot could couldn't did
  didn't do does doesn't doing don't done down during each either else ever every everybody everyone everything
  few for from further get gets getting give given go goes going got had hadn't has hasn't have haven't having he
  her here hers herself him himself his how however i im ive if in into is isn't it its itself
  just let like lot made make makes making many may me might mine more most much must my myself near neither
  no nobody none nor not nothing now of off often on once one ones only or other others ought our ours ourselves out over
  own per please quite rather really said same say says shall she should shouldn't since so some somebody someone
  something still such than that the their theirs them themselves then there these they theyre this
  those though through thus to too under until up upon us use used uses using very was wasn't we well were weren't
  what whats when where whether which while who whos whoever whom whose why will with within
  without won't would wouldn't yes yet you your yours yourself tell know explain describe mean means meant meaning acronym abbreviation take
  takes took taken happen happens happened want wants wanted located stand stands pls plz u`;
const RUSSIAN = `а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да для до его
  ее если есть еще же за здесь и из или им их к как какая какие каким какими каких какого какое какой какую ко
  когда кого кому который кто куда ли либо мне может мы на над надо наш не него нее нет ни них но ну о об однако
  он она они оно от откуда очень по под почему при про с сколько со так также там те тем то того тоже той только
  том тот ты у уже хотя чего чей чем через что чтобы чье чья эта эти это этого этой этом этот я`;
const GERMAN = `aber als auf aus bei bis das dass dem den der des dies diese dieser doch ein eine einem einen
  einer eines es für gibt haben hatte ich ihr im ist kann kein keine nach nicht noch oder sehr sich sie
  sind über und uns viel viele vom von vor wann warum welche welchem welchen welcher welches wem wen wenn wer
  werden wie wieso wieviel wieviele wir wird wo wurde wurden zu zum zur`;
const SPANISH = `al como cómo con cual cuál cuáles cuando cuándo cuanta cuánta cuantas cuántas cuanto cuánto cuantos
  cuántos de del donde dónde el ella ellos en es esta este esto fue ha la las le los más muy no o para pero
  por porque qué que quien quién quienes quiénes se sobre su sus también un una y ya`;
const FRENCH = `au aux avec ce ces cet cette combien comment dans du elle est et été il ils je le les leur lequel
  laquelle mais ne nous ont où ou pas pour pourquoi quand que quel quelle quelles quels qui quoi sa se ses sont
  sur un une vous y`;
const PORTUGUESE = `ainda ao aos aquela aquelas aquele aqueles aquilo cada como da das de dela delas dele deles desde
  deve devem devo do durante ela elas ele eles em entre essa essas esse esses esta estas estava este estes está estão
  faz fazer foi foram há isso isto já lhe mais mas me mesma mesmo meu meus minha minhas muita muitas muito muitos não
  nesta neste nessa nesse nos nós numa o onde os ou outra outras outro outros para pela pelas pelo pelos pode podem
  podemos por porque porquê posso qual quais qualquer quando quanta quantas quanto quantos que quem quê se seria seu
  seus sobre sua suas também tem temos tinha toda todas todo todos têm um uma umas uns você vocês`;

const ENGLISH_WORDS = collectWords(ENGLISH);
const FUNCTION_WORDS = collectWords(ENGLISH, RUSSIAN, GERMAN, SPANISH, FRENCH, PORTUGUESE);

function collectWords(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(/\s+/)).map(foldWord));
}

/** Returns whether `folded` (see `foldWord`) only shapes a sentence, in any of the interface languages. */
export function isFunctionWord(folded: string): boolean {
  return FUNCTION_WORDS.has(folded);
}

/** Returns whether `folded` only shapes sentences in one of the other languages, but not in English. */
export function isForeignFunctionWord(folded: string): boolean {
  return isFunctionWord(folded) && !ENGLISH_WORDS.has(folded);
}

/** Further words of everyday questions. A text that lacks one of them may still be about the same thing. */
const GENERAL: ReadonlySet<string> = new Set(
  `able actually allow allowed allows already always anybody anyone ask asking become becomes becoming cant come decide
  difference doesnt dont enough exactly exist exists find fully getting gone gonna good gotta great guess guys happen
  happening help helps important keep keeps kind know like long look looking lot lots maybe mean mine miss missing
  move need needed needs never ok okay pick please possible pretty proper properly put puts putting quickly recommend
  recommended recommends require required right see seem seems somebody someone still stuff suddenly suppose supposed
  sure talk tell thing things think tried tries try trying ur usually wait wanna want wanted wants wat way ways wish
  wonder wondering work worked working works wot`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Returns whether `folded` (see `foldWord`) says little about the subject of an English question. */
export function isGeneralWord(folded: string): boolean {
  return GENERAL.has(folded);
}

/** The folded English words that negate wherever they stand. Words that also limit, such as “only”, are not among them. */
export const NEGATION_WORDS: readonly string[] = `no not never none nobody nothing cannot except
  isnt arent wasnt werent dont doesnt didnt cant couldnt wont shouldnt mustnt aint`.split(/\s+/);

/** The English names of the days of the week. */
export const WEEKDAYS: readonly string[] = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(
  ' ',
);

/** The English names of the months. */
export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');

/** A pattern for the name of a month, or its abbreviation: “Sept.”. */
export const MONTH_PATTERN =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
