/** The rows of an English keyboard. Each row is shifted a little to the right of the one above. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const SHIFTS = [0, 0.25, 0.75];
/** Keys touch where their centres are closer than this. */
const REACH = 1.3;

/**
 * Returns whether a single typing error turns `meant` into `typed`, both folded. Such errors leave out a letter, swap
 * two letters, hit a neighbouring key instead or in addition, double a letter, or replace a vowel by another one.
 * False for equal words.
 */
export function isSlip(typed: string, meant: string): boolean {
  const at = findFirstDifference(typed, meant);
  const rest = (word: string, from: number): string => word.slice(at + from);
  switch (typed.length - meant.length) {
    case -1:
      return rest(typed, 0) === rest(meant, 1);
    case 0:
      return rest(typed, 1) === rest(meant, 1)
        ? areConfusable(typed.charAt(at), meant.charAt(at))
        : rest(typed, 2) === rest(meant, 2) && areSwapped(typed, meant, at);
    case 1:
      return rest(typed, 1) === rest(meant, 0) && isHitBesides(typed, at);
    default:
      return false;
  }
}

function findFirstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** Returns whether one of two different letters is easily typed for the other. */
function areConfusable(a: string, b: string): boolean {
  return a !== '' && (areBeside(a, b) || ('aeiou'.includes(a) && 'aeiou'.includes(b)));
}

function areSwapped(typed: string, meant: string, at: number): boolean {
  return typed[at] === meant[at + 1] && typed[at + 1] === meant[at];
}

/** Returns whether the letter at `at` repeats the letter before or after it, or is the key beside one of them. */
function isHitBesides(typed: string, at: number): boolean {
  const letter = typed.charAt(at);
  return [typed.charAt(at - 1), typed.charAt(at + 1)].some(
    (other) => other === letter || areBeside(letter, other),
  );
}

function areBeside(a: string, b: string): boolean {
  const [one, other] = [locateKey(a), locateKey(b)];
  return one !== null && other !== null && Math.hypot(one.x - other.x, one.y - other.y) < REACH;
}

function locateKey(letter: string): { readonly x: number; readonly y: number } | null {
  const y = letter === '' ? -1 : ROWS.findIndex((row) => row.includes(letter));
  return y < 0 ? null : { x: (ROWS[y]?.indexOf(letter) ?? 0) + (SHIFTS[y] ?? 0), y };
}
