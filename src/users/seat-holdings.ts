import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays } from '../../workflows/kernel';
import type { RowReader } from '../platform/persistence';
import { UnitHoldings, type HoldingCommand, type HoldingKind, type Succession } from '../units';
import { readSeatsById } from './seats.repository';

/** Seats on a unit itself. Those in a council stay with the council. */
const SEATS: HoldingKind = {
  kind: 'seat',
  label: { vi: 'Vị trí đang giữ', en: 'Seats' },
  fate: 'moved',
  table: 'seats',
  unitColumn: 'unit_id',
  where: 'council_id IS NULL AND (valid_to IS NULL OR valid_to >= :day)',
  commandsFor: moveSeats,
};

const ACCOUNTS: HoldingKind = {
  kind: 'account',
  label: { vi: 'Tài khoản do đơn vị quản lý', en: 'Accounts that the unit keeps' },
  fate: 'carriedOn',
  table: 'users',
  unitColumn: 'unit_id',
  where: 'is_disabled = 0',
};

/** What the users hold of a unit. */
@Injectable()
export class SeatHoldings implements OnModuleInit {
  constructor(private readonly holdings: UnitHoldings) {}

  onModuleInit(): void {
    this.holdings.register(SEATS, ACCOUNTS);
  }
}

/** Each seat ends the day before and begins anew at the successor. One that was to begin later is left to the keeper. */
async function moveSeats(
  rows: RowReader,
  ids: readonly string[],
  { successorId, effectiveOn }: Succession,
): Promise<readonly HoldingCommand[]> {
  const seats = await readSeatsById(rows, ids);
  return seats
    .filter(({ validFrom }) => validFrom < effectiveOn)
    .flatMap(({ id, userId, role, validTo }) => {
      const end = { seatId: id, validTo: addDays(effectiveOn, -1) };
      const give = { role, unitId: successorId, validFrom: effectiveOn, ...(validTo === null ? {} : { validTo }) };
      return [
        // Given first: a seat that has ended is no longer found when a step that was killed comes again.
        ...(successorId === null ? [] : [{ type: 'user.giveSeat', instanceId: userId, input: give }]),
        { type: 'user.endSeat', instanceId: userId, input: end },
      ];
    });
}
