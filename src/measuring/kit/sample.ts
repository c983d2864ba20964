/** `most` of the items, evenly spaced and in their order; all of them where there are no more. */
export function evenSample<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, i) => Math.floor((i * items.length) / most)).flatMap((place) =>
    items.slice(place, place + 1),
  );
}
