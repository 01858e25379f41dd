export { manifestFileOf, type BackupManifest } from './backup-manifest';
export { BackupError } from './backup.errors';
export { createForOwner } from './owner-files';
export { postgresBackupLines, postgresRestoreLines, usePostgresTools } from './postgres-tools';
export { backupSqlite } from './sqlite-backup';
export { restoreSqlite } from './sqlite-restore';
