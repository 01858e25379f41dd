import type { Actor } from './actor';

/** Knows whose a token is. Tokens are stored hashed; the directory hashes what it is given. */
export abstract class TokenDirectory {
  /** The holder with the seats of this moment; null for a token that nobody holds, is over or was taken back. */
  abstract actorOf(token: string): Promise<Actor | null>;
}
