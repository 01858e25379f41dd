import { Injectable } from '@nestjs/common';
import { yearToBookIn } from '../../workflows/fund';
import type { Dong, LocalDate } from '../../workflows/kernel';
import { CaseDirectory } from '../awards';
import { SYSTEM_ACTOR } from '../platform/auth/actor';
import { ConcurrencyError, NotFoundError } from '../platform/errors/platform.errors';
import { ReadDatabase } from '../platform/persistence';
import { RegisterRunner } from '../platform/runner/register-runner';
import { UnitDirectory } from '../units';
import { fundYearId } from './fund';
import { hasEntry, insertEntry, readClosedYears, takeFundYear } from './fund.repository';

/** Money that moved because of a case. */
export interface CaseBooking {
  readonly type: 'fund.bookPayment' | 'fund.bookRecovery';
  /** The same for the same movement, however often it is booked. */
  readonly entryId: string;
  readonly caseId: string;
  readonly amount: Dong;
  readonly bookedOn: LocalDate;
}

/**
 * Books prizes that were paid and money that came back, each exactly once. The level whose head decides pays
 * (Decree 152/2025/NĐ-CP, article 47.2). A booking that comes after its year was closed goes to the next open one.
 */
@Injectable()
export class FundBookings {
  constructor(
    private readonly registers: RegisterRunner,
    private readonly reads: ReadDatabase,
    private readonly units: UnitDirectory,
    private readonly cases: CaseDirectory,
  ) {}

  /** Does nothing when it was booked before. Throws NotFoundError when there is no such case. */
  async book(booking: CaseBooking): Promise<void> {
    const { type, entryId, caseId, amount, bookedOn } = booking;
    // By whatever year it was booked in: one that was closed since would send it to another.
    if (await hasEntry(this.reads, entryId)) return;
    const unitId = await this.payerOf(caseId);
    const unitPath = await this.units.pathOf(this.reads, unitId);
    if (unitPath === undefined) throw new NotFoundError('unit', unitId);
    const ownYear = Number(bookedOn.slice(0, 4));
    const year = yearToBookIn(ownYear, await readClosedYears(this.reads, unitId, ownYear));
    const id = fundYearId(unitId, year);
    const request = {
      ...{ actor: SYSTEM_ACTOR, commandId: entryId, type, instanceId: id, kind: 'fund', unitPath },
      ...{ permissions: ['system'] as const, input: { caseId, amount, bookedOn } },
    };
    await this.registers.change(request, async ({ tx }) => {
      const taken = await takeFundYear(tx, { id, unitId, unitPath, year });
      // Closed a moment ago: the job comes again and finds the next year.
      if (taken.closedAt !== null) throw new ConcurrencyError(`The fund ${id}`);
      await insertEntry(tx, {
        ...{ id: entryId, fundYearId: id, amount, bookedOn, paper: null, caseId },
        direction: type === 'fund.bookPayment' ? 'out' : 'in',
        source: type === 'fund.bookPayment' ? 'payment' : 'recovery',
      });
      return [];
    });
  }

  private async payerOf(caseId: string): Promise<string> {
    const found = (await this.cases.summariesOf(this.reads, [caseId])).get(caseId);
    if (!found) throw new NotFoundError('award', caseId);
    return found.authorityUnitId;
  }
}
