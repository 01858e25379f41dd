/** Who heads the units of a merger. */
export interface HeadsOfMerger {
  /** Users who head the successor on the day of the merger; none of one that is yet to be. */
  readonly standing: readonly string[];
  /** Users who head one of the units that end on their last day. */
  readonly ending: readonly string[];
}

/**
 * Whether the head of a unit that ends heads its successor. A unit has one head: where the successor has one, that one stays;
 * where several units with heads of their own end in one, it is for its keeper to say who heads it. Pure.
 */
export function headFollows({ standing, ending }: HeadsOfMerger): boolean {
  const followers = new Set(ending);
  // Who has followed already is no other head.
  return followers.size === 1 && standing.every((userId) => followers.has(userId));
}
