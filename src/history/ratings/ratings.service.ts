import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDateOf } from '../../../workflows/kernel';
import { ReadDatabase } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { refusalsWhen } from '../../platform/runner/refusals';
import { RegisterRunner } from '../../platform/runner/register-runner';
import { ratingClaim } from '../claims';
import { RecordDesk } from '../subjects/record-desk';
import { isClaimed, withdrawRecord } from '../withdrawals.repository';
import type { RecordRatingRequest } from './dto/rating.request';
import { ratingForms } from './rating-forms';
import { RATING_REFUSALS } from './ratings.errors';
import { insertRating, readRatedSubject } from './ratings.repository';

/** Ratings of the work of a year. */
@Injectable()
export class RatingsService implements FeatureCommands, OnModuleInit {
  readonly forms = ratingForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly desk: RecordDesk,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when the subject or the rating is not there or out of sight. */
  execute(command: FeatureCommand): Promise<CommandResult> {
    if (command.instanceId === undefined) return this.record(command, command.input as RecordRatingRequest);
    return this.withdraw(command, command.instanceId);
  }

  private async record(command: FeatureCommand, input: RecordRatingRequest): Promise<CommandResult> {
    const subject = { kind: input.subjectKind, id: input.subjectId };
    const request = await this.desk.opening(command, 'rating', subject);
    return this.registers.change(request, async ({ tx, at }) => {
      const claims = (await this.desk.rowsOf(tx, subject)).map((row) => ratingClaim(row, input.period, input.year));
      const isTaken = await isClaimed(tx, 'ratings', claims);
      const thisYear = Number(localDateOf(at).slice(0, 4));
      const reasons = refusalsWhen(
        [isTaken, RATING_REFUSALS.alreadyRecorded],
        [input.year > thisYear, RATING_REFUSALS.yearNotBegun],
      );
      if (reasons.length === 0) await insertRating(tx, request.instanceId, input);
      return reasons;
    });
  }

  private async withdraw(command: FeatureCommand, id: string): Promise<CommandResult> {
    const request = await this.desk.changing(command, 'rating', await readRatedSubject(this.reads, id));
    return this.registers.change(request, async ({ tx, at, commitments }) => {
      const isWithdrawn = await withdrawRecord(tx, 'ratings', id, { at, reason: commitments.reason ?? '' });
      return refusalsWhen([!isWithdrawn, RATING_REFUSALS.alreadyWithdrawn]);
    });
  }
}
