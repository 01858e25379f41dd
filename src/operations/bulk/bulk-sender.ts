import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import { refusal } from '../../platform/runner/refusals';
import type { RowFate, RowReason } from '../row-fates';
import { BULK_ROW_REASONS } from './bulk.errors';

/** One command of a bulk. */
export interface BulkCommand {
  readonly actor: Actor;
  readonly commandId: string;
  readonly type: string;
  readonly instanceId: string;
  readonly input: object;
  readonly expectedVersion?: number;
}

/** What became of one thing. */
export interface Fate {
  readonly fate: RowFate;
  readonly reasons: readonly RowReason[];
}

/**
 * Sends the commands of a bulk one by one, as anybody would send them: they may carry texts and the version that was seen,
 * and be about registers, none of which the runner of many at once knows.
 */
@Injectable()
export class BulkSender {
  constructor(private readonly dispatcher: CommandDispatcher) {}

  async send(command: BulkCommand): Promise<Fate> {
    try {
      return fateOf(await this.dispatcher.dispatch(command));
    } catch (error) {
      if (error instanceof NotFoundError) return { fate: 'missing', reasons: [refusal(BULK_ROW_REASONS.missing)] };
      throw error;
    }
  }
}

function fateOf(result: CommandResult): Fate {
  switch (result.outcome) {
    case 'accepted':
      return { fate: 'accepted', reasons: [] };
    case 'refused':
      return { fate: 'refused', reasons: result.reasons.map(({ code, message }) => ({ code, message })) };
    case 'forbidden':
      return { fate: 'forbidden', reasons: [refusal(BULK_ROW_REASONS.forbidden)] };
    case 'stale':
      return { fate: 'stale', reasons: [refusal(BULK_ROW_REASONS.stale)] };
  }
}
