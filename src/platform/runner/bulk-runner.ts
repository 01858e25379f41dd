import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.port';
import { UnitOfWork, type Tx } from '../persistence/unit-of-work.port';
import { answeredAmong, keepAnswers } from './answered-commands';
import { attemptWork } from './attempt';
import { answerTo, workflowChange, type BulkRequest } from './bulk-change';
import { BulkDecider } from './bulk-decider';
import type { BulkFeature } from './bulk-feature';
import { BulkWriter } from './bulk-writer';
import type { CommandRequest, OpenRequest } from './command-request';
import type { CommandResult } from './command-result';
import { manyOnTrial, unlessManyOnTrial } from './trial';

/** Most commands of one unit of work: large enough to be fast, small enough not to hold up anybody else. */
export const MOST_IN_BULK = 500;

/** Answers by command id, and what is to be decided after what was written. */
interface UnitOutcome {
  readonly results: ReadonlyMap<string, CommandResult>;
  readonly later: readonly BulkRequest[];
}

/** The same door as WorkflowRunner, for many instances at once: each is decided alone, all are written together. */
@Injectable()
export class BulkRunner {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly decider: BulkDecider,
    private readonly writer: BulkWriter,
  ) {}

  /**
   * Runs one command on each of many instances in units of at most 500; answers in the order of the requests.
   * A refused one does not hold up the others. All requests are one actor's, each of another instance and with another
   * command id, without texts or an expected version. Throws NotFoundError for an unknown id and for one that the actor may not know of.
   */
  runMany(feature: BulkFeature, requests: readonly CommandRequest[]): Promise<readonly CommandResult[]> {
    return this.runAll(feature, requests);
  }

  /** Brings many instances into being. Answers and throws as `runMany` does. */
  openMany(feature: BulkFeature, requests: readonly OpenRequest[]): Promise<readonly CommandResult[]> {
    return this.runAll(feature, requests);
  }

  private async runAll(feature: BulkFeature, requests: readonly BulkRequest[]): Promise<readonly CommandResult[]> {
    assertBulk(requests);
    const results = new Map<string, CommandResult>();
    for (let open = requests; open.length > 0;) {
      const unit = open.slice(0, MOST_IN_BULK);
      const outcome = await attemptWork(() => this.runUnit(feature, unit));
      for (const [commandId, result] of outcome.results) results.set(commandId, result);
      open = [...outcome.later, ...open.slice(MOST_IN_BULK)];
    }
    return requests.map(({ commandId }) => results.get(commandId) as CommandResult);
  }

  private runUnit(feature: BulkFeature, requests: readonly BulkRequest[]): Promise<UnitOutcome> {
    return manyOnTrial(() =>
      this.unitOfWork.run(async (tx) => unlessManyOnTrial(await this.runIn(tx, feature, requests))),
    );
  }

  private async runIn(tx: Tx, feature: BulkFeature, requests: readonly BulkRequest[]): Promise<UnitOutcome> {
    const results = new Map<string, CommandResult>(await answeredAmong(tx, requests));
    const open = requests.filter(({ commandId }) => !results.has(commandId));
    const { changes, answers, later } = await this.decider.decideAll(tx, feature, open);
    for (const [commandId, answer] of answers) results.set(commandId, answer);
    // What a twin of this unit did meanwhile may be why some are refused: then its answers are theirs too.
    const refused = open.filter(({ commandId }) => answers.has(commandId));
    for (const [commandId, answer] of await answeredAmong(tx, refused)) results.set(commandId, answer);
    if (changes.length === 0) return { results, later };
    await this.writer.write(tx, feature, changes);
    await feature.alongsideMany?.(tx, changes.map(workflowChange));
    const accepted = changes.map((change) => ({ request: change.request, answer: answerTo(change) }));
    await keepAnswers(tx, accepted, this.clock.now());
    for (const { request, answer } of accepted) results.set(request.commandId, answer);
    return { results, later };
  }
}

/** What a unit of many would drop, or write twice, is a mistake of ours. */
function assertBulk(requests: readonly BulkRequest[]): void {
  if (new Set(requests.map(({ instanceId }) => instanceId)).size < requests.length) {
    throw new Error('A bulk asks one instance twice');
  }
  if (new Set(requests.map(({ commandId }) => commandId)).size < requests.length) {
    throw new Error('A bulk has one command id twice');
  }
  if (new Set(requests.map(({ actor }) => actor.id)).size > 1) throw new Error('A bulk is of one actor');
  if (requests.some(({ texts }) => Object.keys(texts ?? {}).length > 0)) throw new Error('A bulk keeps no texts');
  if (requests.some(({ expectedVersion }) => expectedVersion !== undefined)) {
    throw new Error('A bulk knows no expected version');
  }
}
