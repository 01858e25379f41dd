import { Option } from 'commander';

/** An option that takes one word of a closed list. */
export function choice(flags: string, words: readonly string[], description?: string): Option {
  return new Option(flags, description).choices(words);
}
