import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays } from '../../workflows/kernel';
import { isOfCouncil } from '../platform/auth/permission';
import type { RowReader } from '../platform/persistence';
import {
  UnitDirectory,
  UnitHoldings,
  type EndOfUnits,
  type HoldingCommand,
  type HoldingKind,
  type Succession,
} from '../units';
import { headFollows } from './heads';
import { readHeadsOn, readSeatsById } from './seats.repository';

const HELD = 'council_id IS NULL AND (valid_to IS NULL OR valid_to >= :day)';

/** Seats on a unit itself, but for its head. Those in a council stay with the council. */
const SEATS: HoldingKind = {
  kind: 'seat',
  label: { vi: 'Vị trí đang giữ', en: 'Seats' },
  fate: 'moved',
  table: 'seats',
  unitColumn: 'unit_id',
  where: `role <> 'unitHead' AND ${HELD}`,
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
  constructor(
    private readonly holdings: UnitHoldings,
    private readonly units: UnitDirectory,
  ) {}

  onModuleInit(): void {
    this.holdings.register(SEATS, ACCOUNTS, {
      kind: 'headSeat',
      label: { vi: 'Vị trí thủ trưởng đơn vị', en: 'Seats of heads' },
      fate: 'moved',
      fateIn: async (rows, end) => ((await headOfAnyFollows(rows, end)) ? 'moved' : 'ended'),
      table: 'seats',
      unitColumn: 'unit_id',
      where: `role = 'unitHead' AND ${HELD}`,
      commandsFor: (rows, ids, succession) => this.moveHeads(rows, ids, succession),
    });
  }

  private async moveHeads(
    rows: RowReader,
    ids: readonly string[],
    succession: Succession,
  ): Promise<readonly HoldingCommand[]> {
    const { predecessorId, successorId, effectiveOn } = succession;
    const unitIds = await this.units.mergedTogether(rows, predecessorId);
    const follows = await headOfAnyFollows(rows, { unitIds, successorId, on: effectiveOn });
    return moveSeats(rows, ids, follows ? succession : { ...succession, successorId: null });
  }
}

async function headOfAnyFollows(rows: RowReader, { unitIds, successorId, on }: EndOfUnits): Promise<boolean> {
  const standing = successorId === null ? [] : await readHeadsOn(rows, [successorId], on);
  return headFollows({ standing, ending: await readHeadsOn(rows, unitIds, addDays(on, -1)) });
}

/**
 * Each seat ends the day before and begins anew at the successor. One that was to begin later is left to the keeper, and
 * one of a council without a council, as could be given once, only ends.
 */
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
        ...(successorId === null || isOfCouncil(role)
          ? []
          : [{ type: 'user.giveSeat', instanceId: userId, input: give }]),
        { type: 'user.endSeat', instanceId: userId, input: end },
      ];
    });
}
