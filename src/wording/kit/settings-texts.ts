import type { ServerSettings, Strictness } from '../../server-settings/settings-table.ts';

/** How a server is set up, a sentence for each setting: the same for whoever changes it, the log channel and the list of all. */
export interface SettingsTexts {
  /** Above the list of all. */
  readonly title: string;
  /** Who has changed what. */
  readonly changed: (by: string, words: string) => string;
  /** What each is called where changes are listed. */
  readonly names: Readonly<Record<keyof ServerSettings, string>>;
  /** Where questions for people go; `''` for nowhere. */
  readonly people: (places: string) => string;
  /** Which roles make moderators; `''` for none. */
  readonly moderators: (roles: string) => string;
  /** Where what moderators do is told; `''` for nowhere. */
  readonly log: (place: string) => string;
  /** Where it says something to all; `''` for everywhere. */
  readonly speak: (places: string) => string;
  /** Where it answers mentions; `''` for wherever it speaks. */
  readonly mentions: (places: string) => string;
  readonly noMentions: string;
  /** Whom an answer is for where the asker does not say. */
  readonly forAsker: string;
  readonly forAll: string;
  readonly cooldown: (inARow: number, seconds: number) => string;
  readonly strictness: Readonly<Record<Strictness, string>>;
  /** The language by its own name. */
  readonly language: (name: string) => string;
  readonly ownLanguage: string;
  readonly stale: (days: number) => string;
  /** Warnings: the bot may not write there, it is set to be silent where it would answer mentions, or may not show cards; a role is not pinged; who has a role does not see the commands yet. */
  readonly closed: (place: string) => string;
  readonly silent: (place: string) => string;
  readonly closedToCards: (place: string) => string;
  readonly roleNotCalled: (role: string) => string;
  readonly commandsHidden: string;
}
