import { Injectable } from '@nestjs/common';
import type { Instant, Refusal } from '../../../workflows/kernel';
import { actorMay, actorSees } from '../auth/actor';
import type { Permission } from '../auth/permission';
import { Clock } from '../clock/clock.port';
import { NotFoundError } from '../errors/platform.errors';
import { appendEvents, readHead, type StreamHead } from '../persistence/event-log';
import { PrivateTexts } from '../persistence/private-texts';
import { UnitOfWork, type Tx } from '../persistence/unit-of-work.port';
import { answerOnce, keepAnswer } from './answered-commands';
import { attemptCommand, Undo } from './attempt';
import type { CommandRequest } from './command-request';
import type { CommandAccepted, CommandResult } from './command-result';
import { unlessOnTrial } from './trial';

/** A change of a register: a thing with a history but without a machine (units, people, councils, reports). */
export interface RegisterRequest extends CommandRequest {
  /** Kind of the event stream: `unit`, `council`. */
  readonly kind: string;
  /** Any one of these, held on the unit of this path, is enough. */
  readonly permissions: readonly Permission[];
  readonly unitPath: string;
  /**
   * Whose stream the free texts are kept with: somebody's whom they are about, so that they are erased with them. The
   * register's own when absent. The work holds their row, so that nothing is written about who is being erased.
   */
  readonly textsOf?: string;
}

/** What the writes of a register change are done with. */
export interface RegisterWork {
  readonly tx: Tx;
  readonly at: Instant;
  /** Commitments of the free texts by field. */
  readonly commitments: Readonly<Record<string, string>>;
}

/**
 * Changes registers through the same unit of work as the machines: one id has one effect and one answer,
 * every change is an event, and reasons given back by the work roll everything back.
 */
@Injectable()
export class RegisterRunner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly privateTexts: PrivateTexts,
  ) {}

  /**
   * Runs the work and appends the event `request.type` with `request.input` as its data.
   * The version of the answer is the number of the register's events.
   */
  change(
    request: RegisterRequest,
    work: (context: RegisterWork) => Promise<readonly Refusal[]>,
  ): Promise<CommandResult> {
    return attemptCommand(() =>
      this.unitOfWork.run(async (tx) =>
        unlessOnTrial(await answerOnce(tx, request, () => this.changeOnce(tx, request, work))),
      ),
    );
  }

  private async changeOnce(
    tx: Tx,
    request: RegisterRequest,
    work: (context: RegisterWork) => Promise<readonly Refusal[]>,
  ): Promise<CommandAccepted> {
    authorise(request);
    const { instanceId, texts, expectedVersion, textsOf = instanceId } = request;
    const at = this.clock.now();
    const commitments = await this.privateTexts.commitAll(tx, textsOf, texts);
    const reasons = await work({ tx, at, commitments });
    // After the work, which locks what it changes: read before, the head would be stale whenever two wait for one row.
    const head = await readHead(tx, instanceId);
    if (expectedVersion !== undefined && expectedVersion !== head.seq) {
      throw new Undo({ outcome: 'stale', version: head.seq });
    }
    if (reasons.length > 0) throw new Undo({ outcome: 'refused', reasons });
    return this.append(tx, request, { at, head, data: { ...request.input, ...commitments } });
  }

  private async append(
    tx: Tx,
    request: RegisterRequest,
    change: { readonly at: Instant; readonly head: StreamHead; readonly data: object },
  ): Promise<CommandAccepted> {
    const { kind, instanceId, type, commandId, actor } = request;
    const { head } = change;
    const { seq } = await appendEvents(tx, { id: instanceId, kind, ...head }, [
      {
        kind: 'command',
        type,
        at: change.at,
        by: actor.id,
        commandId,
        definition: null,
        version: head.seq + 1,
        data: change.data,
      },
    ]);
    const answer: CommandAccepted = {
      outcome: 'accepted',
      id: instanceId,
      version: seq,
      state: 'kept',
      isRepeat: false,
    };
    await keepAnswer(tx, request, answer, change.at);
    return answer;
  }
}

function authorise(request: RegisterRequest): void {
  const { actor, permissions, unitPath, kind, instanceId } = request;
  if (!actorSees(actor, unitPath)) throw new NotFoundError(kind, instanceId);
  if (!actorMay(actor, permissions, unitPath)) throw new Undo({ outcome: 'forbidden', permissions });
}
