import { DefaultNamingStrategy } from 'typeorm';
import { sha256 } from '../crypto/sha256';

/** PostgreSQL cuts longer names off without a word. */
const LONGEST = 63;

/**
 * Snake case for columns, and readable names for every key, constraint and index, the same for entities and for
 * migrations on both databases: `pk_events`, `uq_outbox_dedupe_key`, `ix_events_occurred_at`.
 * A subclass because TypeORM has no other way to change some names of many.
 */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, embeddedPrefixes: string[]): string {
    return customName ?? snakeCase([...embeddedPrefixes, propertyName].join('_'));
  }

  override primaryKeyName(table: Parameters<DefaultNamingStrategy['primaryKeyName']>[0]): string {
    return named('pk', this.getTableName(table), []);
  }

  override uniqueConstraintName(
    table: Parameters<DefaultNamingStrategy['uniqueConstraintName']>[0],
    columns: string[],
  ): string {
    return named('uq', this.getTableName(table), columns);
  }

  override foreignKeyName(table: Parameters<DefaultNamingStrategy['foreignKeyName']>[0], columns: string[]): string {
    return named('fk', this.getTableName(table), columns);
  }

  override indexName(table: Parameters<DefaultNamingStrategy['indexName']>[0], columns: string[]): string {
    return named('ix', this.getTableName(table), columns);
  }

  override checkConstraintName(
    table: Parameters<DefaultNamingStrategy['checkConstraintName']>[0],
    expression: string,
  ): string {
    return named('ck', this.getTableName(table), [sha256(expression).slice(0, 8)]);
  }
}

/** `unitPath` → `unit_path`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function named(prefix: string, table: string, columns: readonly string[]): string {
  // Sorted, since TypeORM asks with the columns in the order of the entity at one time and of the table at another.
  const name = [prefix, table, ...[...columns].sort()].join('_');
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 9)}_${sha256(name).slice(0, 8)}`;
}
