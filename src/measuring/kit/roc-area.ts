/**
 * The area under the ROC curve: the chance that a random positive scores above a random negative, ties counting
 * half. 0.5 tells nothing, 1 tells all; null where either list is empty.
 *
 * @see https://en.wikipedia.org/wiki/Mann%E2%80%93Whitney_U_test
 */
export function rocArea(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const scored = [
    ...positives.map((score) => ({ score, isPositive: true })),
    ...negatives.map((score) => ({ score, isPositive: false })),
  ].toSorted((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < scored.length; ) {
    let to = from;
    while (to < scored.length && scored[to]?.score === scored[from]?.score) to++;
    const averageRank = (from + 1 + to) / 2;
    rankSum += averageRank * scored.slice(from, to).filter(({ isPositive }) => isPositive).length;
    from = to;
  }
  const wins = rankSum - (positives.length * (positives.length + 1)) / 2;
  return wins / (positives.length * negatives.length);
}
