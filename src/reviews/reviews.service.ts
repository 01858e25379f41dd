import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ReviewContext } from '../../workflows/review';
import { ConcurrencyError, NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase, type Tx } from '../platform/persistence';
import { Undo } from '../platform/runner/attempt';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { WorkflowRunner } from '../platform/runner/workflow-runner';
import { refusal, refused } from '../platform/runner/refusals';
import { BallotBoxes } from './ballots/ballot-boxes';
import { fitsBallot, type BallotChoice } from './ballots/ballot-paper';
import { isOnRoll, rollEntryId } from './ballots/ballots.repository';
import type { BoxLabel } from './ballots/sealed-box';
import type { ScheduleReviewRequest } from './dto/schedule-review.request';
import { RollDirectory } from './hosts/roll-directory';
import { HOSTS } from './hosts/round-host';
import { countsTwice, machineInput } from './machine-input';
import { reviewForms } from './review-forms';
import { RoundCampaigns } from './round-campaigns';
import { ChoiceNotOfferedError, REVIEW_REFUSALS } from './reviews.errors';
import { ReviewWorkflow } from './review.workflow';

/** Commands that put a paper into a box: the choice goes there and nowhere else. */
const CASTS: ReadonlySet<string> = new Set(['review.cast', 'review.receiveWritten']);

/** Commands on review rounds. */
@Injectable()
export class ReviewsService implements FeatureCommands, OnModuleInit {
  readonly forms = reviewForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly runner: WorkflowRunner,
    private readonly workflow: ReviewWorkflow,
    private readonly hosts: RollDirectory,
    private readonly campaigns: RoundCampaigns,
    private readonly boxes: BallotBoxes,
    private readonly reads: ReadDatabase,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  execute(command: FeatureCommand): Promise<CommandResult> {
    const { instanceId } = command;
    if (instanceId === undefined) return this.schedule(command, command.input as ScheduleReviewRequest);
    if (CASTS.has(command.type)) return this.cast({ ...command, instanceId });
    if (countsTwice(command)) return Promise.resolve(refused(REVIEW_REFUSALS.countTwice));
    return this.runner.run(this.workflow, { ...command, instanceId, input: machineInput(command) });
  }

  private async schedule(command: FeatureCommand, input: ScheduleReviewRequest): Promise<CommandResult> {
    const { councilId, campaignId = null, meetsOn, kind, answersBy = null, needsCounters = false } = input;
    const host = await this.hosts.hostOf(this.reads, councilId);
    if (!host) throw new NotFoundError('council', councilId);
    if (!HOSTS[kind].includes(host.kind)) return refused(REVIEW_REFUSALS.kindNotOfHost);
    if (campaignId !== null && !(await this.campaigns.concerns(this.reads, campaignId, host.unitPath))) {
      return refused(REVIEW_REFUSALS.unknownCampaign);
    }
    return this.runner.open(this.workflow, {
      ...command,
      instanceId: derivedId('review', command.actor.id, command.commandId),
      input: { councilId, campaignId, meetsOn, kind, answersBy, needsCounters },
      unit: { id: host.unitId, path: host.unitPath },
    });
  }

  /** Ticks the member off the roll and puts the paper in. The command, its hash and its answer never hold the choice. */
  private cast(command: FeatureCommand & { readonly instanceId: string }): Promise<CommandResult> {
    if (Object.keys(command.texts).length > 0) return Promise.resolve(refused(REVIEW_REFUSALS.remarkOnVote));
    const { choice, ...input } = command.input as { choice: BallotChoice; itemId: string; memberId?: string };
    const kind = command.type === 'review.cast' ? ('ballots' as const) : ('opinions' as const);
    return this.runner.witness(this.workflow, { ...command, input }, async (tx, asked, row) => {
      const { voterId } = asked.facts as { readonly voterId: string };
      const item = (row.snapshot.context as ReviewContext).items[input.itemId];
      if (!item) throw new NotFoundError('item', input.itemId);
      if (!fitsBallot(choice, item)) throw new ChoiceNotOfferedError();
      const label = { itemId: input.itemId, voteRound: item.voteRound, kind };
      const isTaken = await this.boxes.take(tx, { label, memberId: voterId, item, choice });
      if (!isTaken) throw await whyNotTaken(tx, label, voterId);
      return { id: rollEntryId(label.itemId, label.voteRound, voterId), kind: 'rollEntry' };
    });
  }
}

/**
 * Two requests of one member at once: the roll lets one through, the other is decided again and hears why. But who was on
 * another roll when the ballot was opened, before the council adjourned, stays on that one.
 */
async function whyNotTaken(tx: Tx, label: BoxLabel, memberId: string): Promise<Error> {
  if (await isOnRoll(tx, label, memberId)) return new ConcurrencyError('The roll');
  return new Undo({ outcome: 'refused', reasons: [refusal(REVIEW_REFUSALS.noOpinionDue)] });
}
