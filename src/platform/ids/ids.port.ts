/** The only source of new ids: UUIDs of version 7, whose order is roughly the order of creation. */
export abstract class Ids {
  abstract next(): string;
}

/** The only source of randomness: salts, nonces, tokens, jitter. */
export abstract class Randomness {
  /** Cryptographically strong bytes in production; a seeded stream in rehearsals. */
  abstract bytes(count: number): Buffer;
}
