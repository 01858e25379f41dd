import { Injectable } from '@nestjs/common';
import type { RowFate } from '../../workflows/import';
import type { RowReason } from '../operations';
import { InvalidRequestError } from '../platform/http/problems/http.errors';
import { validInput } from '../platform/http/validation/valid-input';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import { IMPORT_LIMITS } from './import-limits';
import type { Fate, ImportKind, ImportPlace, ImportSession, RowCommand, RowDraft } from './import-kind';
import { reason, ROW_REFUSALS } from './imports.errors';
import type { ReadRow } from './read-table';

/** A row and what would become of it. */
export interface JudgedRow {
  readonly row: ReadRow;
  readonly fate: RowFate;
  /** What it is known as, or looks like. */
  readonly ids: readonly string[];
  readonly reasons: readonly RowReason[];
  /** The input of its command; undefined for a row that is refused. */
  readonly input: object | undefined;
  /** The command that is sent in place of the kind's own. */
  readonly command?: RowCommand | undefined;
}

/** Says of rows what would become of them, block by block, in their order. */
export interface Judge {
  judge(rows: readonly ReadRow[]): Promise<readonly JudgedRow[]>;
}

/** Opens a judge for one file. */
@Injectable()
export class ImportJudges {
  constructor(private readonly dispatcher: CommandDispatcher) {}

  open(kind: ImportKind, place: ImportPlace, headings: readonly string[]): Judge {
    const form = this.dispatcher.known().get(kind.type);
    if (!form) throw new Error(`Nobody answers to the command ${kind.type}`);
    return new FileJudge(kind, kind.open(place), form.input, headings);
  }
}

/** What no UTF-8 became, and control signs that are no white space: PostgreSQL keeps no zero byte. */
const BROKEN = /\u{FFFD}|(?![\t\n\v\f\r])\p{Cc}/u;

class FileJudge implements Judge {
  /** The row that has said something first, by what it said. */
  private readonly said = new Map<string, number>();

  constructor(
    private readonly kind: ImportKind,
    private readonly session: ImportSession,
    private readonly form: new () => object,
    private readonly headings: readonly string[],
  ) {}

  async judge(rows: readonly ReadRow[]): Promise<readonly JudgedRow[]> {
    const judged = new Map<number, JudgedRow>();
    const refuse = (row: ReadRow, reasons: readonly RowReason[]): void => {
      judged.set(row.ordinal, { row, fate: 'refused', ids: [], reasons, input: undefined });
    };
    const readable = rows.filter((row) => {
      const faults = this.faultsOf(row);
      if (faults.length > 0) refuse(row, faults);
      return faults.length === 0;
    });
    const valid = (await this.session.draftsOf(readable)).filter((draft) => {
      const reasons = this.reasonsAgainst(draft);
      if (reasons.length > 0) refuse(draft.row, reasons);
      return reasons.length === 0;
    });
    const fates = await this.session.fatesOf(valid);
    for (const { row, input } of valid) {
      const found = fates.get(row.ordinal) ?? { fate: 'add' };
      if (found.fate === 'refused') refuse(row, found.reasons);
      else judged.set(row.ordinal, { row, reasons: [], input, ...accepted(found) });
    }
    return rows.flatMap((row) => judged.get(row.ordinal) ?? []);
  }

  private faultsOf({ raw }: ReadRow): readonly RowReason[] {
    const column = (index: number): string => this.headings[index] ?? String(index + 1);
    return [
      ...(raw.length > this.headings.length ? [reason(ROW_REFUSALS.tooManyCells)] : []),
      ...raw.flatMap((cell, index) => [
        ...(BROKEN.test(cell) ? [reason(ROW_REFUSALS.brokenCharacter, { column: column(index) })] : []),
        ...(cell.length > IMPORT_LIMITS.cell ? [reason(ROW_REFUSALS.tooLong, { column: column(index) })] : []),
      ]),
    ];
  }

  /** What the command itself would refuse to take, and what a row before has said already. */
  private reasonsAgainst(draft: RowDraft): readonly RowReason[] {
    if (draft.reasons.length > 0) return draft.reasons;
    const invalid = this.invalid(draft);
    if (invalid.length > 0) return invalid;
    const key = this.session.keyOf(draft);
    if (key === undefined) return [];
    const first = this.said.get(key);
    if (first !== undefined) return [reason(ROW_REFUSALS.twice, { row: first })];
    this.said.set(key, draft.row.ordinal);
    return [];
  }

  private invalid({ input }: RowDraft): readonly RowReason[] {
    try {
      validInput(this.form, input);
      return [];
    } catch (error) {
      if (!(error instanceof InvalidRequestError)) throw error;
      return error.errors.map(({ field, message: { vi, en } }) =>
        reason(ROW_REFUSALS.invalidCell, { column: this.headingOf(field), vi, en }),
      );
    }
  }

  /** The heading of `tier` for `awards[0].tier` as well: a row is one line of what its command takes many of. */
  private headingOf(field: string): string {
    const last = field.split('.').at(-1);
    return this.kind.columns.find(({ name }) => name === last)?.headings[0] ?? field;
  }
}

function accepted(found: Exclude<Fate, { fate: 'refused' }>): Pick<JudgedRow, 'fate' | 'ids' | 'command'> {
  if (found.fate === 'add') return { fate: 'add', ids: [], command: found.command };
  return { fate: found.fate, ids: found.ids };
}
