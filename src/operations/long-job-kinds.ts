import { Injectable } from '@nestjs/common';
import { TerminalError } from '../platform/queue/job.errors';
import type { LongJobKind } from './long-job';

/** All kinds of long work that this process can do. */
@Injectable()
export class LongJobKinds {
  private readonly kinds = new Map<string, LongJobKind>();

  /** Throws when two kinds have one name: a mistake of ours. */
  register(kind: LongJobKind): void {
    if (this.kinds.has(kind.kind)) throw new Error(`Two kinds of long work are called ${kind.kind}`);
    this.kinds.set(kind.kind, kind);
  }

  /** Throws TerminalError for a kind that this process does not know. */
  of(name: string): LongJobKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new TerminalError(`Nobody here does the long work ${name}`, { code: 'JOB.NO_HANDLER' });
    return kind;
  }
}
