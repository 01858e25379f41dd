import { FAILPOINTS, type FailpointName } from './failpoints';

/** What an armed place does. */
export interface ArmedFailpoint {
  readonly name: FailpointName;
  /** Which pass through the place it is meant for, counted from 1. */
  readonly hit: number;
  /** `kill` ends the process at once as `kill -9` does; `throw` throws a FailpointError. */
  readonly action: 'kill' | 'throw';
}

const FORM = /^([\w.]+)(?::(\d{1,6}))?(?:=(kill|throw))?$/;

/**
 * Reads `relay.afterClaim`, `relay.afterClaim:3` (the third time) and `relay.afterClaim:3=throw`; without an action it kills.
 * Throws a RangeError on another form and on a place that does not exist.
 */
export function parseFailpoint(text: string): ArmedFailpoint {
  const [, name, hit = '1', action = 'kill'] = FORM.exec(text) ?? [];
  const known = FAILPOINTS.find((place) => place === name);
  if (!known || Number(hit) < 1) {
    throw new RangeError(`"${text}" is no failpoint like relay.afterClaim:1=kill; there are ${FAILPOINTS.join(', ')}`);
  }
  return { name: known, hit: Number(hit), action: action === 'throw' ? 'throw' : 'kill' };
}
