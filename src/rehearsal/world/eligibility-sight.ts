/** What the rules say of a case. */
export interface EligibilitySight {
  /** Null where no rulebook covers its day or knows its tier. */
  readonly rulebook: string | null;
  readonly regime: string | null;
  readonly finding: string | null;
  readonly status: string | null;
  /** Names of the conditions in the way, each once. */
  readonly notMet: readonly string[];
  readonly notProven: readonly string[];
  /** The whole answer in Vietnamese, with its citations. */
  readonly lines: readonly string[];
  /** What the rules had said when it was appraised; null where it was not, or they were not asked. */
  readonly appraisedAgainst: string | null;
}
