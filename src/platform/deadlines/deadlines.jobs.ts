import { Injectable, Logger } from '@nestjs/common';
import type { Instant } from '../../../workflows/kernel';
import { SYSTEM_ACTOR } from '../auth/actor';
import { ReadDatabase, UnitOfWork } from '../persistence/unit-of-work.port';
import type { JobContext } from '../queue/job-handler';
import { OnJob } from '../queue/on-job.decorator';
import { CommandDispatcher } from '../runner/command-dispatcher';
import { DeadlineJob } from './deadline-jobs';
import { PassDeadlinePayload } from './pass-deadline.payload';

interface PassedDeadline {
  readonly streamId: string;
  readonly dueAt: Instant;
  readonly commandType: string | null;
  readonly commandInput: string | null;
}

/** Sends the commands of deadlines that have passed, as the system. */
@Injectable()
export class DeadlinesJobs {
  private readonly logger = new Logger(DeadlinesJobs.name);

  constructor(
    private readonly reads: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly commands: CommandDispatcher,
  ) {}

  /**
   * The message id is the command id, so that a second delivery gets the first answer. A refusal ends the job:
   * somebody was faster, or the state no longer fits. A deadline that has moved or gone since is left alone.
   */
  @OnJob({ job: DeadlineJob.PassDeadline, payload: PassDeadlinePayload })
  async pass(payload: PassDeadlinePayload, { messageId, at }: JobContext): Promise<void> {
    const deadline = await this.find(payload);
    if (!deadline?.commandType) return;
    if (at < deadline.dueAt) return this.armAgain(payload);
    const { commandType: type, streamId: instanceId } = deadline;
    const input: unknown = JSON.parse(deadline.commandInput ?? '{}');
    const result = await this.commands.dispatch({ actor: SYSTEM_ACTOR, commandId: messageId, type, instanceId, input });
    const line = `${type} on ${instanceId}, sent because its deadline passed, was ${result.outcome}`;
    // The system may do whatever a definition lets it do; if not, the definition is wrong.
    if (result.outcome === 'forbidden') this.logger.error(line);
    else this.logger.debug(line);
  }

  /** Undefined when the deadline has moved or gone. */
  private async find({ deadlineId, generation }: PassDeadlinePayload): Promise<PassedDeadline | undefined> {
    const [deadline] = await this.reads.rows<PassedDeadline>(
      `SELECT stream_id AS "streamId", due_at AS "dueAt", command_type AS "commandType", command_input AS "commandInput"
       FROM deadlines WHERE id = ? AND generation = ? AND status = 'passed'`,
      [deadlineId, generation],
    );
    return deadline;
  }

  /** The clock went back behind the deadline after the planner had passed it: it passes again when its time comes. */
  private async armAgain({ deadlineId, generation }: PassDeadlinePayload): Promise<void> {
    await this.unitOfWork.run((tx) =>
      tx.change("UPDATE deadlines SET status = 'armed' WHERE id = ? AND generation = ? AND status = 'passed'", [
        deadlineId,
        generation,
      ]),
    );
  }
}
