import { Injectable } from '@nestjs/common';
import { IsOptional, IsUUID, Matches } from 'class-validator';
import type { JobContext } from '../../platform/queue/job-handler';
import { OnJob } from '../../platform/queue/on-job.decorator';
import { MOVE_HOLDINGS } from './unit-mergers.service';
import { UnitMoves } from './unit-moves.service';

/** A step of moving what hangs on a unit that has ended. */
export class MoveHoldingsPayload {
  @IsUUID()
  readonly unitId: string;

  @IsOptional()
  @Matches(/^[A-Za-z]+$/)
  readonly kind?: string;

  @IsOptional()
  @IsUUID()
  readonly after?: string;
}

/** What follows from the end of a unit. */
@Injectable()
export class UnitMovesJobs {
  constructor(private readonly moves: UnitMoves) {}

  @OnJob({ job: MOVE_HOLDINGS, payload: MoveHoldingsPayload, policy: { timeoutMs: 60_000 } })
  async move(payload: MoveHoldingsPayload, context: JobContext): Promise<void> {
    const next = await this.moves.take(payload);
    await context.once(async (tx) => {
      if (next) await this.moves.schedule(tx, next, context.at);
    });
  }
}
