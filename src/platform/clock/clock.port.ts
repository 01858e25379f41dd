import type { Instant } from '../../../workflows/kernel';

/** The only source of "now". Everything that asks for the time asks here, so that a whole campaign can run on a virtual clock. */
export abstract class Clock {
  /** The present moment in UTC. */
  abstract now(): Instant;
}
