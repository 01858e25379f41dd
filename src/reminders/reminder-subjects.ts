import { Injectable } from '@nestjs/common';
import type { RowReader } from '../platform/persistence';

/** What a reminder is about. */
export interface ReminderSubject {
  /** As people call it: the name of the campaign, of the sitting. */
  readonly name: string;
  /** The council whose members are told; null when none is concerned. */
  readonly councilId: string | null;
  /** The people who sit there, where those are not simply all members of the council. */
  readonly personIds?: readonly string[];
  /** True when nothing is owed any more, whatever deadlines are left: nobody is told. */
  readonly isOver?: boolean;
}

/** Answers what an instance is called; undefined when there is none with this id. */
export type SubjectReader = (rows: RowReader, id: string) => Promise<ReminderSubject | undefined>;

/** Knows what things are called. Each feature adds a reader for its own, so that reminders need know no feature. */
@Injectable()
export class ReminderSubjects {
  private readonly readers = new Map<string, SubjectReader>();

  /** Adds the reader of a kind of instance: `campaign`. Throws when there is one already. */
  register(kind: string, reader: SubjectReader): void {
    if (this.readers.has(kind)) throw new Error(`Two features say what a ${kind} is called`);
    this.readers.set(kind, reader);
  }

  /** What is known of an instance. A reminder without a name is better than none. */
  async find(rows: RowReader, kind: string, id: string): Promise<ReminderSubject> {
    return (await this.readers.get(kind)?.(rows, id)) ?? { name: `${kind} ${id}`, councilId: null };
  }
}
