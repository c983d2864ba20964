/** The indices of the `limit` highest scores above 0, highest first; equal scores keep their order. */
export function highest(scores: Float32Array, limit: number): readonly number[] {
  const top: number[] = [];
  const scoreAt = (index: number | undefined): number => (index === undefined ? 0 : (scores[index] ?? 0));
  for (let i = 0; i < scores.length; i++) {
    const worst = top.length < limit ? 0 : scoreAt(top.at(-1));
    if (scoreAt(i) <= worst) continue;
    let place = top.length;
    while (place > 0 && scoreAt(top[place - 1]) < scoreAt(i)) place--;
    top.splice(place, 0, i);
    if (top.length > limit) top.pop();
  }
  return top;
}
