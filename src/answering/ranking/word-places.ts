/** For each word asked, where it stands among the words of a sentence, rising; empty for one that is not said. */
export type WordPlaces = readonly (readonly number[])[];

/**
 * The most words asked that the sentence says in the order of the question. In time that grows with the places alone, of which aliases can make
 * thousands: for each length it keeps where the earliest run of that length ends.
 *
 * @see https://en.wikipedia.org/wiki/Longest_increasing_subsequence#Efficient_algorithms
 */
export function longestOrder(places: WordPlaces): number {
  const ends: number[] = [];
  for (const at of places) {
    // From the last place on, so that no word follows itself.
    for (let i = at.length - 1; i >= 0; i--) {
      const end = at[i] ?? 0;
      ends[countBelow(ends, end)] = end;
    }
  }
  return ends.length;
}

/** How many of the rising numbers are below `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many pairs of neighbours in the question also stand at most two words apart, in order, in the sentence. */
export function sideBySide(places: WordPlaces): number {
  let pairs = 0;
  for (let i = 1; i < places.length; i++) {
    const [left = [], right = []] = [places[i - 1], places[i]];
    if (left.some((a) => right.some((b) => b > a && b - a <= 2))) pairs++;
  }
  return pairs;
}

/** 1 where all words that are said stand side by side, falling with the room that they take. */
export function spread(places: WordPlaces): number {
  const first = places.flatMap((at) => at.slice(0, 1));
  if (first.length < 2) return 0;
  return first.length / (Math.max(...first) - Math.min(...first) + 1);
}

/**
 * The length of the longest run of terms, of words that only shape a sentence too, that both hold. Takes a step for each pair of a term asked and
 * one that is said, of which both must be few.
 */
export function longestRun(asked: readonly number[], said: Uint32Array): number {
  let longest = 0;
  // For each place of what is said, how long the run is that ends there.
  const runs = new Uint16Array(said.length + 1);
  for (const term of asked)
    for (let i = said.length; i > 0; i--) {
      const run = said[i - 1] === term ? (runs[i - 1] ?? 0) + 1 : 0;
      runs[i] = run;
      if (run > longest) longest = run;
    }
  return longest;
}
