import { Injectable } from '@nestjs/common';
import { SubjectDirectory, type SubjectRef } from '../../people';
import { actorCovers, type Actor } from '../../platform/auth/actor';
import { KEEPERS } from '../../platform/auth/permission';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase, type RowReader } from '../../platform/persistence';
import type { FeatureCommand } from '../../platform/runner/feature-commands';
import type { RegisterRequest } from '../../platform/runner/register-runner';
import { commonPath } from '../../units';
import { keyOfSubject, readSubjectPaths } from './subjects.repository';

/** Finds out whose register a record about subjects belongs to: the keeper's of the unit that all of them belong to today. */
@Injectable()
export class RecordDesk {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly subjects: SubjectDirectory,
  ) {}

  /** A new record about one subject. Throws NotFoundError when the subject is not there or out of the actor's sight. */
  async opening(command: FeatureCommand, kind: string, subject: SubjectRef): Promise<RegisterRequest> {
    const isThere = await this.subjects.exists(this.reads, subject.kind, subject.id);
    if (!isThere) throw new NotFoundError(subject.kind, subject.id);
    const unitPath = await this.pathOf(command.actor, subject, [subject.kind, subject.id]);
    return { ...command, instanceId: openedId(command), kind, permissions: KEEPERS, unitPath };
  }

  /** A change of a record about one subject, erased or not. Throws NotFoundError as if the record were not there. */
  async changing(command: FeatureCommand, kind: string, subject: SubjectRef | undefined): Promise<RegisterRequest> {
    const instanceId = command.instanceId ?? '';
    if (!subject) throw new NotFoundError(kind, instanceId);
    const unitPath = await this.pathOf(command.actor, subject, [kind, instanceId]);
    return { ...command, instanceId, kind, permissions: KEEPERS, unitPath };
  }

  /** The subject under every id that it may stand under in records: of a person every row that was merged. */
  async rowsOf(rows: RowReader, { kind, id }: SubjectRef): Promise<readonly SubjectRef[]> {
    const ids = await this.subjects.idsOf(rows, { kind, id });
    return ids.map((each) => ({ kind, id: each }));
  }

  /** The path that all these subjects lie under; undefined when one of them is not there or out of the actor's sight. */
  async commonPathOf(actor: Actor, subjects: readonly SubjectRef[]): Promise<string | undefined> {
    const paths = await readSubjectPaths(this.reads, subjects, 'kept');
    const found = subjects.map((subject) => paths.get(keyOfSubject(subject)));
    const seen = found.filter((path) => path !== undefined && actorCovers(actor, path)) as string[];
    return seen.length === subjects.length ? commonPath([...new Set(seen)]) : undefined;
  }

  /** As `commonPathOf`, whoever asks, and of those who were erased or merged as well. Undefined when nobody is there. */
  async livingPathOf(subjects: readonly SubjectRef[]): Promise<string | undefined> {
    const paths = [...(await readSubjectPaths(this.reads, subjects, 'all')).values()];
    return paths.length === 0 ? undefined : commonPath(paths);
  }

  /** The path of the unit that a subject belongs to today; undefined when there is no such subject. */
  async pathIn(rows: RowReader, { kind, id }: SubjectRef): Promise<string | undefined> {
    return (await this.subjects.unitOf(rows, kind, id))?.path;
  }

  /** Which of these subjects are not there or out of the actor's sight: their places in the list, from 1. */
  async unseen(actor: Actor, subjects: readonly SubjectRef[]): Promise<readonly number[]> {
    const paths = await readSubjectPaths(this.reads, subjects, 'kept');
    return subjects.flatMap((subject, index) => {
      const path = paths.get(keyOfSubject(subject));
      return path !== undefined && actorCovers(actor, path) ? [] : [index + 1];
    });
  }

  private async pathOf(actor: Actor, subject: SubjectRef, [what, id]: readonly [string, string]): Promise<string> {
    const unit = await this.subjects.unitOf(this.reads, subject.kind, subject.id);
    if (!unit || !actorCovers(actor, unit.path)) throw new NotFoundError(what, id);
    return unit.path;
  }
}

/** The id of what a command brings into being. */
export function openedId({ type, actor, commandId }: FeatureCommand): string {
  return derivedId(type, actor.id, commandId);
}
