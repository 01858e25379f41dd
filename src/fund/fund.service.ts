import { Injectable, type OnModuleInit } from '@nestjs/common';
import { balanceOf } from '../../workflows/fund';
import { localDateOf, type Dong, type Instant, type LocalDate, type Refusal } from '../../workflows/kernel';
import { actorCovers } from '../platform/auth/actor';
import { NotFoundError } from '../platform/errors/platform.errors';
import { derivedId } from '../platform/ids/derived-id';
import { ReadDatabase, type Tx } from '../platform/persistence';
import { CommandDispatcher } from '../platform/runner/command-dispatcher';
import type { CommandResult } from '../platform/runner/command-result';
import type { FeatureCommand, FeatureCommands } from '../platform/runner/feature-commands';
import { RegisterRunner } from '../platform/runner/register-runner';
import { refusalsWhen } from '../platform/runner/refusals';
import { UnitDirectory } from '../units';
import type { OpenFundRequest, ReceiveRequest, SpendRequest } from './dto/fund.request';
import { fundYearId } from './fund';
import { fundForms } from './fund-forms';
import { FUND_REFUSALS } from './fund.errors';
import {
  closeFundYear,
  insertEntry,
  openFundYear,
  readFundYear,
  readSums,
  takeFundYear,
  type EntryRecord,
  type FundYearRecord,
} from './fund.repository';

const KEEPERS = ['fund.keep'] as const;

/** Commands on the books of a fund. Prizes are booked by `FundBookings` when they are paid. */
@Injectable()
export class FundService implements FeatureCommands, OnModuleInit {
  readonly forms = fundForms;

  constructor(
    private readonly dispatcher: CommandDispatcher,
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
  ) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  /** Throws NotFoundError when there are no such books, or no such unit for new ones. */
  async execute(command: FeatureCommand): Promise<CommandResult> {
    const { actor, instanceId: id } = command;
    if (id === undefined) return this.open(command, command.input as OpenFundRequest);
    const fund = await readFundYear(this.reads, id);
    if (!fund || !actorCovers(actor, fund.unitPath)) throw new NotFoundError('fund', id);
    const request = { ...command, instanceId: id, kind: 'fund', permissions: KEEPERS, unitPath: fund.unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      const taken = await takeFundYear(tx, fund);
      const reasons = refusalsWhen(
        [taken.openedAt === null, FUND_REFUSALS.notOpen],
        [taken.closedAt !== null, FUND_REFUSALS.closed],
      );
      return reasons.length > 0 ? reasons : change(tx, taken, at, command);
    });
  }

  private async open(command: FeatureCommand, input: OpenFundRequest): Promise<CommandResult> {
    const { unitId, year, refusesOverdraft = false } = input;
    const unitPath = await this.units.pathSeenBy(this.reads, command.actor, unitId);
    if (unitPath === undefined) throw new NotFoundError('unit', unitId);
    const id = fundYearId(unitId, year);
    const request = { ...command, instanceId: id, kind: 'fund', permissions: KEEPERS, unitPath };
    return this.registers.change(request, async ({ tx, at }) => {
      const taken = await takeFundYear(tx, { id, unitId, unitPath, year });
      await openFundYear(tx, id, at, refusesOverdraft);
      return refusalsWhen([taken.openedAt !== null, FUND_REFUSALS.alreadyOpen]);
    });
  }
}

async function change(
  tx: Tx,
  fund: FundYearRecord,
  at: Instant,
  { type, actor, commandId, input }: FeatureCommand,
): Promise<readonly Refusal[]> {
  if (type === 'fund.close') {
    await closeFundYear(tx, fund.id, at);
    return refusalsWhen([localDateOf(at) <= `${fund.year}-12-31`, FUND_REFUSALS.yearNotOver]);
  }
  const entry = entryOf(fund, derivedId(type, actor.id, commandId), input as ReceiveRequest | SpendRequest);
  await insertEntry(tx, entry);
  const { amount, bookedOn, direction } = entry;
  const isOverdrawn = fund.refusesOverdraft && direction === 'out' && (await overdraws(tx, fund.id));
  return refusalsWhen(
    [amount === '0', FUND_REFUSALS.nothing],
    [!isOfYear(bookedOn, fund.year), FUND_REFUSALS.otherYear],
    [isOverdrawn, FUND_REFUSALS.overdrawn],
  );
}

function entryOf(fund: FundYearRecord, id: string, input: ReceiveRequest | SpendRequest): EntryRecord {
  const { amount, bookedOn, paper } = input;
  const common = { id, fundYearId: fund.id, amount, bookedOn, paper, caseId: null };
  return 'purpose' in input
    ? { ...common, direction: 'out', source: input.purpose }
    : { ...common, direction: 'in', source: input.source };
}

/** Whether more went out than came in, with what this unit of work has just booked. */
async function overdraws(tx: Tx, fundId: string): Promise<boolean> {
  const sums = await readSums(tx, fundId);
  const of = (direction: string): Dong[] =>
    sums.filter((sum) => sum.direction === direction).map(({ amount }) => amount);
  return balanceOf(of('in'), of('out')).isOverdrawn;
}

function isOfYear(day: LocalDate, year: number): boolean {
  return day.startsWith(`${year}-`);
}
