/** What writers were told, to be compared with what is there in the end. */
export class Journal {
  /** Ids of questions whose saving was confirmed. */
  readonly recorded: string[] = [];
  /** `question voter` of each confirmed vote. */
  readonly voted: string[] = [];
  /** `server number` of each confirmed change of a server. */
  readonly numbered: string[] = [];
  /** `server name value` of each confirmed change of a server. */
  readonly changed: string[] = [];
  /** Ids of the waiting askers that somebody got. */
  readonly taken: string[] = [];
  /** Ids of questions whose asker waits. */
  readonly waiting: string[] = [];
  /** Ids of the waiting askers that somebody asked for and got no answer about. */
  readonly perhapsTaken = new Set<string>();
  /** Weeks that somebody claimed. */
  readonly claimed: string[] = [];
  /** Numbers of confirmed snapshots. */
  readonly snapshots: number[] = [];
  /** Members who were forgotten, which was confirmed. */
  readonly forgotten: string[] = [];
  /** How many operations failed, which says nothing about what they did. */
  failures = 0;

  get confirmed(): number {
    const { recorded, voted, changed, taken, claimed, snapshots, forgotten, waiting } = this;
    return [recorded, voted, changed, taken, claimed, snapshots, forgotten, waiting].reduce(
      (sum, { length }) => sum + length,
      0,
    );
  }
}
