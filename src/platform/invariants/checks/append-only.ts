import { appendOnlyTriggers } from '../../persistence/append-only';
import type { RowReader } from '../../persistence/unit-of-work.port';
import type { Invariant } from '../invariant';

const TABLES = ['events', 'event_anchors'];

/** The database itself refuses to change or delete events and anchors. */
export const appendOnly: Invariant = {
  name: 'append-only',
  promise: 9,
  describe: {
    vi: 'Cơ sở dữ liệu tự từ chối mọi việc sửa, xóa sự kiện và mã neo.',
    en: 'The database itself refuses to change or delete events and anchors.',
  },
  check: async ({ reads, checked }) => {
    const armed = await armedTriggers(reads);
    checked(TABLES.length);
    return TABLES.flatMap((table) =>
      triggersOf(reads, table)
        .filter((name) => !armed.has(`${table} ${name}`))
        .map((name) => ({ subject: `table ${table}`, message: `its trigger ${name} is missing or switched off` })),
    );
  },
};

function triggersOf({ dialect }: RowReader, table: string): readonly string[] {
  const names = appendOnlyTriggers(table);
  return dialect === 'postgres' ? [...names, `${table}_refuse_truncate`] : names;
}

/** What the catalogue of each database says: table and trigger. */
const CATALOGUE = {
  sqlite: `SELECT tbl_name AS "table", name FROM sqlite_master WHERE type = 'trigger'`,
  postgres: `SELECT c.relname::text AS "table", t.tgname::text AS "name"
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND pg_table_is_visible(c.oid)`,
} as const;

async function armedTriggers(reads: RowReader): Promise<ReadonlySet<string>> {
  const rows = await reads.rows<{ table: string; name: string }>(CATALOGUE[reads.dialect]);
  return new Set(rows.map(({ table, name }) => `${table} ${name}`));
}
