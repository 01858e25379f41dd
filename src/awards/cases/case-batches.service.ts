import { Injectable } from '@nestjs/common';
import { BulkRunner, MOST_IN_BULK } from '../../platform/runner/bulk-runner';
import type { CommandRequest } from '../../platform/runner/command-request';
import type { CommandAccepted, CommandRefused, CommandResult } from '../../platform/runner/command-result';
import { WorkflowRunner } from '../../platform/runner/workflow-runner';
import { AwardCaseWorkflow } from './award-case.workflow';

/** What became of one case of a batch. */
export interface CaseOutcome {
  readonly caseId: string;
  readonly result: CommandAccepted | CommandRefused;
}

/**
 * Sends a command to many cases, each with its own command id, so that a batch that breaks off can be sent again.
 * Throws when one is forbidden or stale: a job has the authority and names no version.
 */
@Injectable()
export class CaseBatches {
  /** Most cases that one delivery of a job deals with: it then hands on to the next. */
  readonly size: number = MOST_IN_BULK;

  constructor(
    private readonly bulk: BulkRunner,
    private readonly runner: WorkflowRunner,
    private readonly workflow: AwardCaseWorkflow,
  ) {}

  /** Decides, presents or pays cases together, as units of work of many. */
  async together(requests: readonly CommandRequest[]): Promise<readonly CaseOutcome[]> {
    const results = await this.bulk.runMany(this.workflow, requests);
    return results.map((result, index) => outcomeOf(requests[index], result));
  }

  /** Runs the requests one after another: they claim or free achievements, or have texts of their own to be kept apart. */
  async oneByOne(requests: readonly CommandRequest[]): Promise<readonly CaseOutcome[]> {
    const outcomes: CaseOutcome[] = [];
    for (const request of requests) {
      outcomes.push(outcomeOf(request, await this.runner.run(this.workflow, request)));
    }
    return outcomes;
  }
}

function outcomeOf(request: CommandRequest | undefined, result: CommandResult): CaseOutcome {
  const caseId = request?.instanceId ?? '';
  if (result.outcome === 'accepted' || result.outcome === 'refused') return { caseId, result };
  throw new Error(`${request?.type ?? 'A command'} on the case ${caseId} came back ${result.outcome}`);
}
