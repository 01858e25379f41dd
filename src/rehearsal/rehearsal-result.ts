import type { TallyAxis } from '../../workflows/tally';
import type { TalliedLine } from './world/rehearsal-world';

/** The axes on which a tally can be read. */
export const AXES: readonly TallyAxis[] = ['achievement', 'decision', 'presentation'];

/** The tally of a campaign on one axis. */
export interface TallyOfCampaign {
  /** The file's name for the campaign. */
  readonly campaign: string;
  readonly axis: TallyAxis;
  readonly lines: readonly TalliedLine[];
}

/** An expectation that does not hold. */
export interface Failure {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** What came of a rehearsal. */
export interface RehearsalResult {
  readonly file: string;
  readonly title: string;
  /** True when names and figures are made up as far as the file does not say otherwise. */
  readonly isSynthetic: boolean;
  /** True when everything was as expected. */
  readonly ok: boolean;
  /** Commands, checks and pauses. */
  readonly steps: number;
  readonly accepted: number;
  /** Commands that were answered in any other way; most rehearsals expect some. */
  readonly refused: number;
  /** Deliveries, each to one person by one channel. */
  readonly remindersSent: number;
  readonly tallies: readonly TallyOfCampaign[];
  readonly failures: readonly Failure[];
}
