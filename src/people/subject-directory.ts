import { Injectable } from '@nestjs/common';
import type { RowReader } from '../platform/persistence';
import { UnitDirectory } from '../units';
import { SUBJECT_KINDS, type SubjectKind, type SubjectLabel, type SubjectRef, type SubjectUnit } from './subject';
import { readIdsOfPerson } from './people-merges.repository';
import { readLabels, readSubjectUnit, readSubjectUnits, subjectKey } from './subjects.repository';

/** What other features ask about persons, collectives and households. Facts, not answers to a user: it checks no scope. */
@Injectable()
export class SubjectDirectory {
  constructor(private readonly units: UnitDirectory) {}

  /** True when there is such a subject that was neither erased nor merged into another row: nothing new refers to others. */
  async exists(rows: RowReader, kind: SubjectKind, id: string): Promise<boolean> {
    const unit = await readSubjectUnit(rows, kind, id);
    return unit !== undefined && !unit.isErased && !unit.isMerged;
  }

  /** The same for a subject of the unit with this path, of one below it or above it; others are as if they did not exist. */
  async existsAround(rows: RowReader, { kind, id }: SubjectRef, unitPath: string): Promise<boolean> {
    const unit = await readSubjectUnit(rows, kind, id);
    if (unit === undefined || unit.isErased || unit.isMerged) return false;
    if (isAround(unit.path, unitPath)) return true;
    // One of the two was put elsewhere since: what was begun before is carried on.
    return (
      (await this.units.liesWithin(rows, unit.path, unitPath)) ||
      (await this.units.liesWithin(rows, unitPath, unit.path))
    );
  }

  /**
   * For each of many subjects, in their order, the path of its unit as far as it exists; undefined for one that does not,
   * by the words of `exists`.
   */
  async standingsOf(rows: RowReader, subjects: readonly SubjectRef[]): Promise<readonly (string | undefined)[]> {
    const paths = new Map<string, string>();
    for (const kind of SUBJECT_KINDS) {
      const ids = subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
      for (const { id, path, isErased, isMerged } of await readSubjectUnits(rows, kind, ids)) {
        if (!isErased && !isMerged) paths.set(subjectKey({ kind, id }), path);
      }
    }
    return subjects.map((subject) => paths.get(subjectKey(subject)));
  }

  /** The unit that a subject belongs to, erased or not; undefined when there is no such subject. */
  async unitOf(rows: RowReader, kind: SubjectKind, id: string): Promise<SubjectUnit | undefined> {
    const unit = await readSubjectUnit(rows, kind, id);
    return unit && { id: unit.id, path: unit.path };
  }

  /** All ids under which one subject may stand in a history: rows of one person that were merged, the one that stays first. */
  idsOf(rows: RowReader, { kind, id }: SubjectRef): Promise<readonly string[]> {
    return kind === 'person' ? readIdsOfPerson(rows, id) : Promise.resolve([id]);
  }

  /** The names of subjects, one for each that is asked for and in that order. */
  async labelsOf(reads: RowReader, subjects: readonly SubjectRef[]): Promise<readonly SubjectLabel[]> {
    const found = new Map<string, SubjectLabel>();
    for (const kind of SUBJECT_KINDS) {
      const ids = subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
      for (const label of await readLabels(reads, kind, ids)) found.set(subjectKey(label), label);
    }
    return subjects.map(
      ({ kind, id }) => found.get(subjectKey({ kind, id })) ?? { kind, id, name: '', isErased: false },
    );
  }
}

/** Whether two units are one or lie above one another, by their paths. */
export function isAround(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}
