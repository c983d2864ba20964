import type { Article, Fact } from '../../knowledge/article.ts';
import { blockAround, sectionAround } from '../../knowledge/outline.ts';
import { splitWords } from '../../text/words.ts';
import {
  factsAt,
  isSameSection,
  itemPieces,
  leadPieces,
  type Piece,
  wholePiece,
  wholePieces,
} from './pieces.ts';

/** How much of an article a passage may take around a fact, the least first. */
export interface Extents {
  /** The fact with what it cannot do without. */
  readonly least: readonly Piece[];
  /** Its paragraph, or its list, its table or its code, with what introduces it. */
  readonly block: readonly Piece[];
  /** All below the heading above it. */
  readonly section: readonly Piece[];
}

export function extentsAround(article: Article, fact: Fact): Extents {
  const place = fact.paragraph - 1;
  const section = wholePieces(article, sectionAround(article.paragraphs, place));
  const paragraph = article.paragraphs[place];
  switch (paragraph?.kind) {
    case undefined:
      return { least: [], block: [], section };
    case 'text':
      return { ...textExtents(article, fact), section };
    case 'item':
      return {
        least: [...leadPieces(article, place), ...itemPieces(article, place)],
        block: blockWithLead(article, place),
        section,
      };
    case 'head':
    case 'row':
      return { least: wholePiece(article, place), block: blockWithLead(article, place), section };
    case 'code': {
      const code = paragraph.depth > 0 ? itemPieces(article, place) : wholePiece(article, place);
      const own = [...leadPieces(article, place), ...code];
      return { least: own, block: own, section };
    }
  }
}

function blockWithLead(article: Article, place: number): readonly Piece[] {
  return [...leadPieces(article, place), ...wholePieces(article, blockAround(article.paragraphs, place))];
}

function textExtents(article: Article, fact: Fact): Pick<Extents, 'least' | 'block'> {
  const place = fact.paragraph - 1;
  const facts = factsAt(article, place);
  const paragraph = article.paragraphs[place];
  if (paragraph === undefined) return { least: [], block: [] };
  const own = fact.sentence - 1;
  let first = own;
  while (first > 0 && leansBack(facts[first]?.text ?? '')) first -= 1;
  let last = own;
  while (last < facts.length - 1 && needsMore(facts[last]?.text ?? '')) last += 1;
  const before = first === 0 && leansBack(facts[0]?.text ?? '') ? sentenceBefore(article, place) : [];
  const below = last === facts.length - 1 ? introducedBelow(article, place) : [];
  const sentences = {
    place,
    paragraph,
    start: facts[first]?.start ?? 0,
    end: facts[last]?.end ?? paragraph.text.length,
  };
  return {
    least: [...before, sentences, ...below],
    block: [...before, ...wholePiece(article, place), ...introducedBelow(article, place)],
  };
}

/** The last sentence of the text right above, which a first sentence leans on. */
function sentenceBefore(article: Article, place: number): readonly Piece[] {
  const [own, above] = [article.paragraphs[place], article.paragraphs[place - 1]];
  const last = factsAt(article, place - 1).at(-1);
  if (own === undefined || above?.kind !== 'text' || last === undefined || !isSameSection(own, above))
    return [];
  return [{ place: place - 1, paragraph: above, start: last.start, end: last.end }];
}

/** What stands below a text that ends in a colon, or introduces a list: it is nothing without. */
function introducedBelow(article: Article, place: number): readonly Piece[] {
  const [own, below] = [article.paragraphs[place], article.paragraphs[place + 1]];
  if (own === undefined || below === undefined || !isSameSection(own, below)) return [];
  const introduces = /[:：]\s*$/u.test(own.text) || (needsMore(own.text) && below.kind === 'text');
  if (!introduces) return [];
  return wholePieces(article, blockAround(article.paragraphs, place + 1));
}

/** What says nothing without the sentence before it. */
const LEANS =
  /^(?:["'“‘(]*)(?:it|its|it['’]s|this|that|that['’]s|they|they['’]re|their|these|those|such|he|she|however|but|so|then|therefore|thus|hence|also|otherwise|instead|besides|still|both|if so|if not|in (?:this|that|these|those|such) cases?|for (?:example|instance)|e\.g\.|i\.e\.|because of (?:this|that)|as a result|alternatively|additionally|furthermore|moreover|similarly|likewise|meanwhile|once (?:this|that|it)|after (?:this|that)|when (?:this|that))(?![\p{L}\p{N}])/iu;

function leansBack(sentence: string): boolean {
  return LEANS.test(sentence.slice(0, 80));
}

const MOST_WORDS_OF_A_REPLY = 4;
const REPLY =
  /^(?:(?:the |a )?(?:short|quick|simple|long) answer:?\s*)?(?:yes|no|nope|yep|sure|maybe|sometimes|it depends|unfortunately|not (?:yet|really|currently)|absolutely|of course|definitely|correct|true|false)\b/i;

/** “Yes.”, “Short answer: no.”: what follows tells why. */
function needsMore(sentence: string): boolean {
  return sentence.length < 60 && REPLY.test(sentence) && splitWords(sentence).length <= MOST_WORDS_OF_A_REPLY;
}
