const COLOURS = ['#5865f2', '#3ba55d', '#d9902f', '#c4568f', '#4a8fa8', '#8a63c9'] as const;

/** A disc with the name's first letter, as a `data:` address: nothing is fetched. */
export function renderAvatar(name: string): string {
  const letter = name.slice(0, 1).toUpperCase();
  const colour = COLOURS[sumOfCodes(name) % COLOURS.length] ?? COLOURS[0];
  const text = `<text x="20" y="27" font-family="sans-serif" font-size="20" fill="#fff" text-anchor="middle">${letter}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="${colour}"/>${text}</svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

function sumOfCodes(name: string): number {
  return Array.from(name).reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0);
}
