/**
 * Selects the indices of the `limit` highest scores above 0, highest first; equal scores keep their order. The time hardly grows with
 * `limit`: the highest scores so far are a heap with the lowest on top.
 *
 * @see https://en.wikipedia.org/wiki/Binary_heap
 */
export function selectHighest(scores: Float32Array, limit: number): readonly number[] {
  const heap: number[] = [];
  const scoreAt = (index: number): number => scores[index] ?? 0;
  /** Returns whether one index comes before the other in the result. */
  const isBefore = (one: number, other: number): boolean =>
    scoreAt(one) > scoreAt(other) || (scoreAt(one) === scoreAt(other) && one < other);
  for (let i = 0; i < scores.length; i++) {
    if (scoreAt(i) <= 0) continue;
    if (heap.length < limit) {
      heap.push(i);
      rise(heap, isBefore);
    } else if (heap[0] !== undefined && isBefore(i, heap[0])) {
      heap[0] = i;
      sink(heap, isBefore);
    }
  }
  return heap.toSorted((one, other) => scoreAt(other) - scoreAt(one) || one - other);
}

type IsBefore = (one: number, other: number) => boolean;

/** Moves the last index up to its place in the heap. */
function rise(heap: number[], isBefore: IsBefore): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >>> 1;
    if (!isBefore(heap[parent] ?? 0, heap[at] ?? 0)) return;
    swap(heap, at, parent);
    at = parent;
  }
}

/** Moves the first index down to its place in the heap. */
function sink(heap: number[], isBefore: IsBefore): void {
  let at = 0;
  for (;;) {
    const [left, right] = [2 * at + 1, 2 * at + 2];
    let last = at;
    if (left < heap.length && isBefore(heap[last] ?? 0, heap[left] ?? 0)) last = left;
    if (right < heap.length && isBefore(heap[last] ?? 0, heap[right] ?? 0)) last = right;
    if (last === at) return;
    swap(heap, at, last);
    at = last;
  }
}

function swap(heap: number[], one: number, other: number): void {
  const moved = heap[one] ?? 0;
  heap[one] = heap[other] ?? 0;
  heap[other] = moved;
}
