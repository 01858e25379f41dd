import type { ImportColumn, ImportKindName } from '../../workflows/import';
import type { RowReason } from '../operations';
import type { Actor } from '../platform/auth/actor';
import type { Permission } from '../platform/auth/permission';
import { derivedId } from '../platform/ids/derived-id';
import type { ReadRow } from './read-table';

/** What a file is tried out for. */
export interface ImportPlace {
  readonly importId: string;
  readonly actor: Actor;
  /** Where rows that name no unit belong; undefined for a file that brings in the roots. */
  readonly unitId: string | undefined;
  /** All that the file may touch lies below. */
  readonly unitPath: string;
  readonly dossierId: string | undefined;
}

/** The command that a row would be, not yet validated, or why it cannot be one. */
export interface RowDraft {
  readonly row: ReadRow;
  readonly input: Readonly<Record<string, unknown>>;
  readonly reasons: readonly RowReason[];
}

/** What a row becomes instead of the command of its kind. */
export interface RowCommand {
  readonly type: string;
  /** What it is done to. */
  readonly instanceId: string;
  /** A part of the input that was validated. */
  readonly input: object;
}

/** What would become of a row whose command is valid. */
export type Fate =
  | { readonly fate: 'add'; readonly command?: RowCommand }
  | { readonly fate: 'known' | 'similar'; readonly ids: readonly string[] }
  | { readonly fate: 'refused'; readonly reasons: readonly RowReason[] };

/** One file being tried out: it remembers what the rows before have said. Each call looks at a block with few statements. */
export interface ImportSession {
  draftsOf(rows: readonly ReadRow[]): Promise<readonly RowDraft[]>;
  /** By the place of the row; what is not named would be added. */
  fatesOf(drafts: readonly RowDraft[]): Promise<ReadonlyMap<number, Fate>>;
  /** What two rows of a file must not both say; undefined when there is nothing of the kind. */
  keyOf(draft: RowDraft): string | undefined;
}

/** A kind of file: its columns, and the command that each row becomes. */
export interface ImportKind {
  readonly name: ImportKindName;
  readonly columns: readonly ImportColumn[];
  /** The command that the input of a row is validated as. It brings something into being, unless a fate names what it is done to. */
  readonly type: string;
  /** Any one of these, on the unit that the file is for. */
  readonly permissions: readonly Permission[];
  open(place: ImportPlace): ImportSession;
}

/** The id of the command that a row becomes: the same however often the file is applied. */
export function commandIdOf(importId: string, ordinal: number): string {
  return derivedId('import-row', importId, String(ordinal));
}

/** The fields that have a value. */
export function given(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
