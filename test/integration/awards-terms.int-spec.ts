import type { VersionedCalendar } from '../../workflows/kernel';
import type { Rulebook, TermRule } from '../../workflows/rulebook';
import { DossiersQueries } from '../../src/awards/dossiers/dossiers.queries';
import { HistoryQueries } from '../../src/awards/history/history.queries';
import { SYSTEM_SCOPE } from '../../src/platform/auth/scope';
import { TermRecounter } from '../../src/platform/deadlines/term-recounter';
import { RulebooksService } from '../../src/rulebooks';
import { Awards } from '../factories/awards';
import { describePostgresDatabase, describeSqlite, type DatabaseOf } from '../support/database';

/** An invented term, in the form of Decree 152/2025/NĐ-CP, article 35.3: thirty working days of a province. */
const TERM: TermRule = {
  ...{ of: 'appraisal', days: 35, unit: 'workingDays', countsFirstDay: false },
  ...{ citation: 'Quy định giả định', status: 'unverified', councilChoice: false },
};

function termsContract(database: DatabaseOf): void {
  describe('the appraisal of a dossier in working days', () => {
    let awards: Awards;
    beforeAll(async () => {
      awards = await Awards.open(database());
    });
    afterAll(() => awards.close());
    afterEach(() => jest.restoreAllMocks());

    /** As if the process had been started with these rules and these days off. */
    function startedWith(calendar: Partial<VersionedCalendar>, terms: readonly TermRule[]): VersionedCalendar {
      jest.restoreAllMocks();
      const rulebooks = awards.get(RulebooksService);
      const { at } = rulebooks;
      const release = rulebooks.release();
      const withTerms = (found: Rulebook | undefined): Rulebook | undefined =>
        found && { ...found, terms, counting: null, tiers: found.tiers.map((tier) => ({ ...tier, terms: [] })) };
      jest.spyOn(rulebooks, 'release').mockReturnValue({ ...release, calendar: { ...release.calendar, ...calendar } });
      jest.spyOn(rulebooks, 'at').mockImplementation((...asked) => withTerms(at.apply(rulebooks, asked)));
      return release.calendar;
    }

    async function aCompleteDossier(): Promise<string> {
      const id = await awards.aDossier();
      await awards.aCase(id);
      await awards.complete(id);
      return id;
    }

    /** What the planner does at the start, and what follows. */
    async function start(): Promise<number> {
      const added = await awards.get(TermRecounter).schedule(awards.clock.now());
      await awards.drain();
      return added;
    }

    const shown = async (id: string): Promise<unknown> => {
      const { appraisalDueOn, provisional } = await awards.get(DossiersQueries).one(SYSTEM_SCOPE, id);
      return [appraisalDueOn, provisional?.vi.slice(0, 8) ?? null];
    };

    it('is provisional beyond the calendar, says so, and is counted anew once the days off are known', async () => {
      startedWith({ version: 'only 2024', years: [2024] }, [TERM]);
      const id = await aCompleteDossier();
      // 15 November 2024 and 35 working days; the one day off, 1 January 2025, is known without its year being complete.
      expect(await shown(id)).toEqual(['2025-01-06', 'Tạm tính']);
      expect(await start()).toBe(0);

      startedWith({ version: 'made up', daysOff: [], years: [2024, 2025] }, [TERM]);
      expect(await start()).toBe(1);
      expect(await shown(id)).toEqual(['2025-01-03', null]);
      expect(await start()).toBe(0);
      expect(
        await awards.rows(
          'SELECT due_on, calendar_version, is_provisional, generation FROM deadlines WHERE stream_id = ?',
          [id],
        ),
      ).toEqual([{ due_on: '2025-01-03', calendar_version: 'made up', is_provisional: 0, generation: 2 }]);
      const { items } = await awards.get(HistoryQueries).of(awards.office, 'dossier', id, { limit: 1 });
      expect(items[0]).toMatchObject({ type: 'dossier.recountAppraisal' });
      expect(await awards.broken('appraisal-deadlines-match')).toEqual([]);
    });

    it('is final within the calendar, and leaves a day alone that somebody named', async () => {
      const { version } = startedWith({}, [TERM]);
      const id = await aCompleteDossier();
      expect(await shown(id)).toEqual(['2025-01-06', null]);
      expect((await awards.get(DossiersQueries).one(SYSTEM_SCOPE, id)).appraisalRules).toEqual([
        { text: TERM.citation, status: 'unverified' },
      ]);
      const stored = await awards.rows('SELECT calendar_version FROM deadlines WHERE stream_id = ?', [id]);
      expect(stored).toEqual([{ calendar_version: version }]);

      const named = await awards.aDossier();
      await awards.aCase(named);
      await awards.all(awards.officer, named, 'dossier.submit');
      await awards.drain();
      await awards.all(awards.office, named, 'dossier.receive');
      const due = { appraisalDueOn: '2024-12-31' };
      await awards.accepted('dossier.markComplete', due, { actor: awards.office, id: named });
      startedWith({ version: 'made up', daysOff: [] }, [TERM]);
      expect(await start()).toBe(0);
      expect(await shown(named)).toEqual(['2024-12-31', null]);
      expect((await awards.get(DossiersQueries).one(SYSTEM_SCOPE, named)).appraisalRules).toEqual([]);
    });

    it('is found out when the dossier and its deadline differ', async () => {
      startedWith({}, [TERM]);
      const id = await aCompleteDossier();
      await awards.damage('UPDATE dossiers SET appraisal_due_on = ? WHERE id = ?', ['2025-02-01', id]);
      expect(await awards.broken('appraisal-deadlines-match')).toEqual([
        'appraisal-deadlines-match: is to be appraised by 2025-02-01, and its deadline is 2025-01-06',
      ]);
    });

    it('counts calendar days without a calendar', async () => {
      startedWith({ years: [], version: 'none' }, [{ ...TERM, days: 60, unit: 'calendarDays' }]);
      const id = await aCompleteDossier();
      expect(await shown(id)).toEqual(['2025-01-14', null]);
      const stored = await awards.rows('SELECT calendar_version FROM deadlines WHERE stream_id = ?', [id]);
      expect(stored).toEqual([{ calendar_version: null }]);
    });
  });
}

describeSqlite('on SQLite', termsContract);
describePostgresDatabase('on PostgreSQL', termsContract);
