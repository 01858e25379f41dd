import { Injectable } from '@nestjs/common';
import { matchesOf, type KnownSubject } from '../../../workflows/history';
import type { SqlCondition } from '../../platform/auth/scope';
import { PrivateTexts, type RowReader } from '../../platform/persistence';
import { SubjectCases } from '../subject-cases.port';
import { keyOfSubject } from '../subjects/subjects.repository';
import type { ViolationMatch, ViolationRowResponse } from './dto/violation-list.response';
import { readKnownSubjects, type SoughtRow } from './known-subjects.repository';
import { rowOfText, type WrittenRow } from './written-row';

/** A row as it is stored: what the agency wrote is a commitment. */
export type StoredRow = Pick<
  ViolationRowResponse,
  'id' | 'ordinal' | 'state' | 'subjectKind' | 'subjectId' | 'outcome'
> & { readonly written: string; readonly identityHash: string | null };

/** Finds the subjects who may be meant by the rows of a list, and their cases that are on their way. */
@Injectable()
export class RowMatches {
  constructor(
    private readonly privateTexts: PrivateTexts,
    private readonly cases: SubjectCases,
  ) {}

  /** The rows with their texts and matches, against the subjects of units `u` for which this holds. */
  async of(rows: RowReader, within: SqlCondition, stored: readonly StoredRow[]): Promise<ViolationRowResponse[]> {
    const texts = await this.privateTexts.readTexts(
      rows,
      stored.map(({ written }) => written),
    );
    const writtenOf = ({ written }: StoredRow): WrittenRow => rowOfText(texts.get(written));
    const open = stored
      .filter(({ state }) => state === 'open')
      .map((row) => ({ written: writtenOf(row), identityHash: row.identityHash }));
    const known = await readKnownSubjects(rows, within, open);
    const cases = await this.openCases(rows, known);
    return stored.map((row) => {
      const { name, birthday, unitText, what } = writtenOf(row);
      const { written: _, identityHash, ...shown } = row;
      const matches = row.state === 'open' ? matchesIn({ written: writtenOf(row), identityHash }, known, cases) : [];
      return { ...shown, name, birthday, unitText, what, matches };
    });
  }

  private async openCases(
    rows: RowReader,
    known: readonly KnownSubject[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const found = await this.cases.openCasesOf(rows, known);
    const cases = new Map<string, string[]>();
    for (const { subject, caseId } of found) {
      const key = keyOfSubject(subject);
      cases.set(key, [...(cases.get(key) ?? []), caseId]);
    }
    return cases;
  }
}

function matchesIn(
  { written, identityHash }: SoughtRow,
  known: readonly KnownSubject[],
  cases: ReadonlyMap<string, readonly string[]>,
): readonly ViolationMatch[] {
  const names = new Map(known.map((subject) => [keyOfSubject(subject), subject.name]));
  return matchesOf({ ...written, identity: identityHash }, known).map(({ kind, id, certainty }) => ({
    subjectKind: kind,
    subjectId: id,
    name: names.get(keyOfSubject({ kind, id })) ?? '',
    certainty,
    openCaseIds: cases.get(keyOfSubject({ kind, id })) ?? [],
  }));
}
