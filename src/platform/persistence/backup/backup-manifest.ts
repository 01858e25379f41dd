import { readFileSync } from 'node:fs';
import type { Instant } from '../../../../workflows/kernel';
import { BackupError } from './backup.errors';
import { createForOwner } from './owner-files';

/** What a backup says of itself, in a file beside it. Written last: a backup without it is not whole. */
export interface BackupManifest extends BackupContent {
  readonly format: typeof FORMAT;
  readonly takenAt: Instant;
  readonly bytes: number;
  /** Of the whole file, in hexadecimal. */
  readonly sha256: string;
}

/** What is in a database file. */
export interface BackupContent {
  /** Name of the latest migration. */
  readonly schemaVersion: string;
  /** Rows by table. */
  readonly tables: Readonly<Record<string, number>>;
}

export const FORMAT = 'thidua-sqlite-1';

/** Where the manifest of a backup lies. */
export function manifestFileOf(backup: string): string {
  return `${backup}.manifest.json`;
}

/** Writes the manifest to the disk. Throws BACKUP.ALREADY_THERE. */
export async function writeManifest(backup: string, manifest: BackupManifest): Promise<void> {
  await createForOwner(manifestFileOf(backup), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Throws BACKUP.DAMAGED naming the manifest when it is missing or is none. */
export function readManifest(backup: string): BackupManifest {
  const file = manifestFileOf(backup);
  try {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isManifest(manifest)) return manifest;
  } catch (cause) {
    throw new BackupError('BACKUP.DAMAGED', { file }, { cause });
  }
  throw new BackupError('BACKUP.DAMAGED', { file });
}

function isManifest(value: unknown): value is BackupManifest {
  if (typeof value !== 'object' || value === null) return false;
  const { format, takenAt, bytes, sha256, schemaVersion, tables } = value as Partial<Record<string, unknown>>;
  return (
    format === FORMAT &&
    [takenAt, sha256, schemaVersion].every((each) => typeof each === 'string') &&
    typeof bytes === 'number' &&
    typeof tables === 'object' &&
    tables !== null
  );
}
