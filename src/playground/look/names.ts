/** What mentions read, by id, and when it is. */
export interface Names {
  readonly users: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
  /** In milliseconds since 1970; moments may be told as so long ago. */
  readonly now: number;
}
