import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDateOf, type Instant, type LocalDate, type Refusal } from '../../../workflows/kernel';
import { actorCovers } from '../../platform/auth/actor';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { derivedId } from '../../platform/ids/derived-id';
import { ReadDatabase, type Tx } from '../../platform/persistence';
import { CommandDispatcher } from '../../platform/runner/command-dispatcher';
import type { CommandResult } from '../../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../../platform/runner/feature-commands';
import { RegisterRunner } from '../../platform/runner/register-runner';
import { refusalsWhen } from '../../platform/runner/refusals';
import { UnitDirectory } from '../../units';
import type { CaseListKind } from './case-list';
import { ceremonyForms, paymentForms } from './case-list-forms';
import { CaseListWork } from './case-list-work.service';
import { CASE_LIST_REFUSALS } from './case-lists.errors';
import {
  countOfAuthority,
  insertCaseList,
  lockOpenList,
  readCaseList,
  setListState,
  writeLines,
  type CaseListRecord,
} from './case-lists.repository';

/** What a caller sends of a new list, of either kind. */
interface Planned {
  readonly unitId: string;
  readonly heldOn?: LocalDate;
  readonly paidOn?: LocalDate;
  readonly place?: string;
  readonly paper?: string;
}

const KEEPERS = ['case.keep'] as const;

/** Commands on ceremonies and payment lists. Carrying one out is a job: its cases follow set by set. */
@Injectable()
export class CaseListsService implements FeatureCommands, OnModuleInit {
  readonly forms = { ...ceremonyForms, ...paymentForms };

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly work: CaseListWork,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when there is no such list, or no such unit for a new one. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { actor, type, instanceId } = command;
    const kind: CaseListKind = type.startsWith('ceremony.') ? 'ceremony' : 'payment';
    if (instanceId === undefined) return this.plan(command, kind, command.input as Planned);
    const list = await readCaseList(this.reads, instanceId);
    if (list?.kind !== kind || !actorCovers(actor, list.unitPath)) throw new NotFoundError(kind, instanceId);
    const request = { ...command, instanceId, kind, permissions: KEEPERS, unitPath: list.unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      const isOpen = await lockOpenList(tx, instanceId);
      if (!isOpen) return refusalsWhen([true, CASE_LIST_REFUSALS.notOpen]);
      if (type.endsWith('.list')) {
        return listCases(tx, list, (command.input as { readonly caseIds: readonly string[] }).caseIds);
      }
      return this.carryOut(tx, instanceId, at);
    });
  }

  private async plan(command: FeatureCommand, kind: CaseListKind, input: Planned): Promise<CommandResult> {
    const { actor, commandId, type } = command;
    const { unitId, heldOn, paidOn, place = null, paper = null } = input;
    const unitPath = await this.units.pathSeenBy(this.reads, actor, unitId);
    const datedOn = heldOn ?? paidOn;
    if (unitPath === undefined || datedOn === undefined) throw new NotFoundError('unit', unitId);
    const id = derivedId(type, actor.id, commandId);
    const request = { ...command, instanceId: id, kind, permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx, commitments }) => {
      const { presenter = null } = commitments;
      await insertCaseList(tx, { id, kind, unitId, unitPath, datedOn, place, presenter, paper });
      return [];
    });
  }

  private async carryOut(tx: Tx, id: string, at: Instant): Promise<readonly Refusal[]> {
    // Read in the transaction: what was listed a moment ago counts.
    const list = await readCaseList(tx, id);
    await setListState(tx, id, 'underway');
    await this.work.ask(tx, id, at);
    return refusalsWhen(
      [list?.caseCount === 0, CASE_LIST_REFUSALS.empty],
      [(list?.datedOn ?? '') > localDateOf(at), CASE_LIST_REFUSALS.inTheFuture],
    );
  }
}

async function listCases(
  tx: Tx,
  { id, unitId }: CaseListRecord,
  caseIds: readonly string[],
): Promise<readonly Refusal[]> {
  const known = await countOfAuthority(tx, caseIds, unitId);
  await writeLines(tx, id, caseIds);
  return refusalsWhen([known !== caseIds.length, CASE_LIST_REFUSALS.unknownCase]);
}
