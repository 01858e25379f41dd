import { localDate } from '../../workflows/kernel';
import type { RowReader } from '../platform/persistence';
import type { HoldingKind, UnitDirectory, UnitHoldings } from '../units';
import { SeatHoldings } from './seat-holdings';

/** What becomes of one seat with this role when its unit is merged into another one. */
async function moved(role: string): Promise<readonly string[]> {
  const kinds: HoldingKind[] = [];
  const register = (...more: readonly HoldingKind[]): unknown => kinds.push(...more);
  new SeatHoldings({ register } as unknown as UnitHoldings, {} as UnitDirectory).onModuleInit();
  const seat = { id: 'seat', userId: 'user', role, validFrom: localDate('2024-01-01'), validTo: null };
  const rows = { rows: () => Promise.resolve([seat]) } as unknown as RowReader;
  const succession = {
    predecessorId: 'old',
    successorId: 'new',
    effectiveOn: localDate('2025-07-01'),
    document: '1/NQ',
  };
  const commands = await kinds.find(({ kind }) => kind === 'seat')?.commandsFor?.(rows, ['seat'], succession);
  return (commands ?? []).map(({ type }) => type);
}

describe(SeatHoldings.name, () => {
  it('moves a seat to the successor of its unit', async () => {
    expect(await moved('standingOffice')).toEqual(['user.giveSeat', 'user.endSeat']);
  });

  it('ends a seat of a council without a council, as could be given once: no such seat is given anew', async () => {
    expect(await moved('councilMember')).toEqual(['user.endSeat']);
  });
});
