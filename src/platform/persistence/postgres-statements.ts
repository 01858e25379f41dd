import type { QueryConfig } from 'pg';
import { sha256 } from '../crypto/sha256';
import { numberPlaceholders } from './placeholders';
import type { SqlValue } from './unit-of-work.port';

/** Each named statement stays prepared on each connection, so that their number is bounded. */
const MOST_NAMED = 500;
/** Long texts are bulk inserts of ever other lengths: not worth keeping on the server. */
const LONGEST_NAMED = 4_000;

interface Translated {
  readonly text: string;
  readonly name?: string;
}

/** Translates statements for PostgreSQL once each, and names the first few hundred so that the server plans them once. */
export class PostgresStatements {
  private readonly known = new Map<string, Translated>();

  query(sql: string, params: readonly SqlValue[]): QueryConfig<SqlValue[]> {
    return { ...this.translated(sql), values: [...params] };
  }

  private translated(sql: string): Translated {
    const known = this.known.get(sql);
    if (known) return known;
    const text = numberPlaceholders(sql);
    if (sql.length > LONGEST_NAMED || this.known.size >= MOST_NAMED) return { text };
    // Named after its text: whoever else works on the connection gives the same name to the same text only.
    const translated = { text, name: `thidua_${sha256(text).slice(0, 32)}` };
    this.known.set(sql, translated);
    return translated;
  }
}
