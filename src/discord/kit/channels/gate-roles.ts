/** Who sees which channels of a server, as far as roles say. */
export interface RoleViews {
  /** How many channels everybody sees who is in the server. */
  readonly seenByAll: number;
  /**
   * By the id of a role, the lowest first, the ids of the channels that its members see and not everybody does. Without the roles of bots and moderators, and
   * without channels that were opened to single people, such as tickets.
   */
  readonly openedBy: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A gate leaves little outside: what is opened by a role of members is at least this many times as much. */
const TIMES_BEHIND_GATE = 3;

/**
 * Finds the roles that stand for ordinary members of a server that hides its channels until members get a role (a verification gate). Empty where
 * most is seen by everybody: then @everyone stands for them.
 *
 * Roles say who sees what, not how many people have them, and counting those takes a privileged intent. So the decision is careful:
 * the role that opens most is a gate, and so is each that opens half as much. The widest may be that of staff: so each role that stands below it, or
 * whose view lies within its view, is a gate too, unless it opens hardly anything. A channel is open when every gate sees it. A wrong gate
 * more hides channels that are open; it never opens one that is hidden.
 */
export function findGates({ seenByAll, openedBy }: RoleViews): readonly string[] {
  const all = [...openedBy.values()];
  const widest = all.reduce<ReadonlySet<string>>(
    (most, each) => (each.size > most.size ? each : most),
    new Set(),
  );
  const place = all.indexOf(widest);
  if (widest.size === 0 || widest.size < TIMES_BEHIND_GATE * seenByAll) return [];
  const isWithin = (opened: ReadonlySet<string>): boolean => [...opened].every((id) => widest.has(id));
  return [...openedBy].flatMap(([role, opened], position) => {
    const isWide = opened.size * 2 >= widest.size;
    const isCommon = opened.size >= 2 && opened.size * 10 >= widest.size;
    return isWide || (isCommon && (position < place || isWithin(opened))) ? role : [];
  });
}

/** Whether a channel that not everybody sees is seen by all ordinary members. */
export function isSeenThroughGates(channelId: string, views: RoleViews): boolean {
  const gates = findGates(views);
  return gates.length > 0 && gates.every((role) => views.openedBy.get(role)?.has(channelId));
}
