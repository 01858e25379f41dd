import { BackupError } from './backup.errors';

/** The command lines that do on PostgreSQL what a backup does. Without the password: PGPASSWORD or ~/.pgpass gives it. */
export function postgresBackupLines(url: string, backup: string): readonly string[] {
  return [`pg_dump --format=custom --no-owner --file=${quoted(backup)} --dbname=${quoted(withoutPassword(url))}`];
}

/** The same for restoring into an empty database, whole or not at all; checked at the end. */
export function postgresRestoreLines(url: string, backup: string): readonly string[] {
  const database = quoted(withoutPassword(url));
  return [
    `pg_restore --single-transaction --exit-on-error --no-owner --dbname=${database} ${quoted(backup)}`,
    'thidua verify',
  ];
}

/** What is said instead of doing it. */
export function usePostgresTools(commands: readonly string[], ballotKeyFile: string): BackupError {
  const ballotKey = `${ballotKeyFile} is not in it: keep a copy of it in another place`;
  return new BackupError('BACKUP.USE_POSTGRES_TOOLS', { commands, ballotKey });
}

function withoutPassword(url: string): string {
  const bare = new URL(url);
  bare.password = '';
  bare.searchParams.delete('password');
  return bare.href;
}

/** One word for a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
