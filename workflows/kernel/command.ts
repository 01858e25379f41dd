import type { Instant } from './instant';

/**
 * What somebody asks an instance to do. The machine sees exactly this, and exactly this is stored,
 * so that an instance can be replayed from its commands.
 *
 * Free text never travels here: a face stores it apart and puts its salted commitment in `input`,
 * so that a person can be erased and the hash chain still verifies.
 */
export interface WorkflowCommand<
  Type extends string = string,
  Input extends object = object,
  Facts extends object = object,
> {
  /** `<workflow>.<imperative>`, for example `campaign.launch`. */
  readonly type: Type;
  /** The clock's word at the moment of the decision, never the client's. */
  readonly at: Instant;
  /** Id of the user who asks, or `system` for a job. */
  readonly by: string;
  /** What the caller sent, validated. */
  readonly input: Input;
  /** What the guards need to know, gathered by us inside the unit of work. Nothing the client sends is ever a fact. */
  readonly facts: Facts;
}
