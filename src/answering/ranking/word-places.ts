/** For each word asked, where it stands among the words of a sentence, rising; empty for one that is not said. */
export type WordPlaces = readonly (readonly number[])[];

/** The most words asked that the sentence says in the order of the question. */
export function longestOrder(places: WordPlaces): number {
  const lengths: { end: number; length: number }[] = [];
  for (const at of places) {
    const added = at.map((end) => ({
      end,
      length: 1 + lengths.reduce((most, run) => (run.end < end ? Math.max(most, run.length) : most), 0),
    }));
    lengths.push(...added);
  }
  return lengths.reduce((most, { length }) => Math.max(most, length), 0);
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

/** The length of the longest run of terms, of words that only shape a sentence too, that both hold. */
export function longestRun(asked: readonly number[], said: Uint32Array): number {
  let longest = 0;
  let before = new Uint16Array(said.length + 1);
  for (const term of asked) {
    const now = new Uint16Array(said.length + 1);
    for (let i = 0; i < said.length; i++) {
      if (said[i] !== term) continue;
      const run = (before[i] ?? 0) + 1;
      now[i + 1] = run;
      longest = Math.max(longest, run);
    }
    before = now;
  }
  return longest;
}
