import type { Label, LabelParams } from './label';

/** Where a rule comes from: the article, and whether its text was seen. */
export interface Citation {
  readonly text: string;
  readonly status: 'verified' | 'secondary' | 'unverified';
}

/** One catalogue entry: what a guard says when it does not hold. */
export interface RefusalEntry<Context, Command> {
  /** `FEATURE.REASON`, stable for ever. */
  readonly code: string;
  /** A sentence that says what to do; `{placeholders}` are filled from `params`. */
  readonly message: Label;
  /** True when the guard looks at what the caller sends, so that it cannot be answered before. */
  readonly needsInput?: boolean;
  readonly params?: (context: Context, command: Command) => LabelParams;
  readonly citation?: (context: Context, command: Command) => Citation | undefined;
}

/** One reason of a refusal, ready to be shown. */
export interface Refusal {
  readonly code: string;
  /** The guard that did not hold; absent when the command does not fit the state at all. */
  readonly guard?: string;
  readonly message: Label;
  readonly citation?: Citation;
}
