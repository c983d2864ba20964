import { isFunctionWord } from '../../text/words/function-words.ts';
import { isSlip } from '../../text/words/slips.ts';
import type { Word } from '../../text/words/words.ts';

/** What questions are made of beside their subject; of several one slip away the first is taken: “thr” is *the*, not *her*. */
const SMALL_WORDS =
  `what when where which who whom whose why how many much there is are was were do does did has have had can could will would
  should the of in to for and with from that this on at by it its their his her he she they be been being used about into
  after before during between than not as an or if so up out no we you most more some any all other`.split(
    /\s+/,
  );

/**
 * `words` with mistyped small words mended: “wich”, “hwat”, “msny”, “rhe”. Only such are touched as are no words, neither of the
 * articles nor of the language (`isWord`), and not written like a name.
 */
export function mendSmallWords(
  words: readonly Word[],
  {
    isWord,
    isName,
  }: { readonly isWord: (folded: string) => boolean; readonly isName: (word: Word) => boolean },
): readonly Word[] {
  return words.map((word) => {
    const { folded } = word;
    if (folded.length < 2 || isFunctionWord(folded) || isName(word) || isWord(folded)) return word;
    const meant = SMALL_WORDS.find((small) => isSlip(folded, small) && canBe(folded, small));
    return meant === undefined ? word : { ...word, folded: meant };
  });
}

/** Of so short words too many are one letter away: what two letters were meant to be, two must be left of. */
function canBe(typed: string, meant: string): boolean {
  return meant.length > 2 ? typed.length > 2 : typed.length === 2;
}
