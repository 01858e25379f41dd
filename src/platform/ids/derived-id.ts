import { v5 } from 'uuid';

/** Namespace of ids that follow from what they are for; drawn once, never changed. */
const NAMESPACE = '6f2a3d5e-91c4-5b7a-8d10-2c64f0a9e3b1';

/**
 * The same id for the same parts (UUID version 5). What a command brings into being is named after the command,
 * so that the command sent again names the same thing and gets the same answer.
 */
export function derivedId(...parts: readonly string[]): string {
  return v5(JSON.stringify(parts), NAMESPACE);
}
