import { instant } from '../../workflows/kernel';
import { ReadDatabase, readStream, UnitOfWork, verifyStream } from '../../src/platform/persistence';
import { purgeProcessed } from '../../src/platform/persistence/processed-messages';
import type { CommandResult } from '../../src/platform/runner/command-result';
import { LONG_AGO, refusalCodes, Registers } from '../factories/registers';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

const TWENTY = Array.from({ length: 20 }, (_, index) => index);
const AFTER_EVERYTHING = instant('2030-01-01T00:00:00.000Z');

function registerRacesContract(database: DatabaseOf): void {
  describe('registers under competition', () => {
    let registers: Registers;
    let unitId = '';
    beforeAll(async () => {
      registers = await Registers.open(database());
      unitId = await registers.aUnit();
    });
    afterAll(() => registers.close());

    const isWhole = async (id: string): Promise<void> => {
      expect(verifyStream(await readStream(registers.module.get(ReadDatabase), id))).toMatchObject({ isWhole: true });
    };
    const outcomes = (results: readonly CommandResult[]): readonly string[] => results.map(({ outcome }) => outcome);
    const allAccepted = TWENTY.map(() => 'accepted');

    /** What each command that brings something into being is sent with; their ids follow from the commands' own. */
    const openings: Readonly<Record<string, (key: string) => object>> = {
      'unit.add': (code) => ({ code, name: 'Phường', kind: 'ward', level: 'commune', validFrom: LONG_AGO }),
      'person.add': () => ({ name: 'Người mẫu', unitId }),
      'collective.add': () => ({ name: 'Tập thể mẫu', unitId }),
      'household.add': (key) => ({ headName: 'Chủ hộ mẫu', address: `Số ${key}`, unitId }),
      'user.add': (key) => ({ login: key.toLowerCase(), unitId }),
      'council.found': (code) => ({ code, name: 'Hội đồng', kind: 'fullCouncil', unitId }),
    };
    const open = (type: string, key: string): Promise<CommandResult> =>
      registers.send(type, openings[type]?.(key) ?? {}, { commandId: `${key} ${type}` });

    it.each(Object.keys(openings))('gives twenty twins of %s one effect and one answer', async (type) => {
      const results = await Promise.all(TWENTY.map(() => open(type, 'TWIN')));
      expect(outcomes(results)).toEqual(allAccepted);
      const ids = new Set(results.map((result) => (result.outcome === 'accepted' ? result.id : '')));
      expect([...ids]).toHaveLength(1);
      for (const id of ids) await isWhole(id);
    });

    it.each(Object.keys(openings))(
      'says that %s is done when it comes again after its answer was forgotten',
      async (type) => {
        expect(await open(type, 'AGAIN')).toMatchObject({ outcome: 'accepted' });
        await registers.module.get(UnitOfWork).run((tx) => purgeProcessed(tx, AFTER_EVERYTHING));
        expect(refusalCodes(await open(type, 'AGAIN'))).toEqual([expect.stringMatching(/ALREADY_EXISTS|_TAKEN/)]);
      },
    );

    it('seats one of twenty chairs', async () => {
      const council = await registers.aCouncil(unitId);
      const people: string[] = [];
      for (const _ of TWENTY) people.push(await registers.aPerson(unitId));
      const results = await Promise.all(
        people.map((personId) =>
          registers.send('council.seatMember', { personId, seat: 'chair', validFrom: LONG_AGO }, { id: council }),
        ),
      );
      expect(outcomes(results).filter((outcome) => outcome === 'accepted')).toHaveLength(1);
      expect(new Set(results.filter(({ outcome }) => outcome === 'refused').flatMap(refusalCodes))).toEqual(
        new Set(['COUNCIL.CHAIR_TAKEN']),
      );
      await isWhole(council);
    });

    it('takes twenty changes of one row, one after another', async () => {
      const person = await registers.aPerson(unitId);
      const results = await Promise.all(
        TWENTY.map((index) => registers.send('person.correct', { name: `Người mẫu ${index}` }, { id: person })),
      );
      expect(outcomes(results)).toEqual(allAccepted);
      await isWhole(person);
    });
  });
}

describeSqlite('on SQLite', registerRacesContract);
describePostgresDatabase('on PostgreSQL', registerRacesContract);
