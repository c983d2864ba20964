/** One transaction of what a process does, as it shows in the file. */
export type Step =
  | { readonly kind: 'value'; readonly key: string; readonly value: string | null }
  | { readonly kind: 'asked'; readonly id: string }
  | { readonly kind: 'waiting'; readonly ids: readonly string[]; readonly waits: boolean }
  | { readonly kind: 'settled'; readonly ids: readonly string[] }
  | { readonly kind: 'voted'; readonly id: string; readonly isHelpful: boolean }
  /** Of the one shared article that changes. */
  | { readonly kind: 'snapshot'; readonly text: string };

/** A line that the process prints: what it is about to do, then that all of it is acknowledged. */
export type Line = { readonly will: readonly Step[] } | { readonly done: true };

export const GUILD = 'guild';
export const CHANGING_PATH = 'tower.md';
/** What can be taught: it stands in an article that never changes. */
export const RULES = ['Dogs wait outside with the guard.', 'The lift takes twelve visitors.'] as const;

export const SHARED_ARTICLES: Readonly<Record<string, string>> = {
  [CHANGING_PATH]: towerOf(1900),
  'visits.txt': `Visits\n\n${RULES.join(' ')}\n`,
  'tickets.txt': 'Tickets\n\nA ticket costs four euros.\n',
};

export function towerOf(year: number): string {
  return `---\ntitle: The tower\n---\n\nThe tower was built in ${year}.\n`;
}
