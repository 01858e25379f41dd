import { Test } from '@nestjs/testing';
import { join } from 'node:path';
import { configFolder } from '../../config';
import { loadRelease, RulebookFilesError, RulebooksModule, RulebooksService } from '../../src/rulebooks';
import { localDate, needed, type LocalDate } from '../../workflows/kernel';
import { occurrencesOf } from '../../workflows/reminder';
import { mayDecide, routeOf, voteRuleOf, type Rulebook, type SubjectKind } from '../../workflows/rulebook';

const directories = { rulebooks: configFolder('rulebooks'), calendar: configFolder('calendar') };
const R1 = localDate('2023-06-01');
const R2 = localDate('2024-06-01');
const R3 = localDate('2025-09-01');

describe('the rulebooks that are delivered', () => {
  let rulebooks: RulebooksService;
  const at = (day: LocalDate): Rulebook => rulebooks.at(day)!;

  beforeAll(async () => {
    const module = await Test.createTestingModule({ imports: [RulebooksModule.forRoot(directories)] }).compile();
    rulebooks = module.get(RulebooksService);
  });

  it('follow one another without a gap', () => {
    const dates = rulebooks.release().rulebooks.map((each) => [each.regime, each.effectiveFrom, each.effectiveTo]);
    expect(dates).toEqual([
      ['R1', '2017-10-01', '2023-12-31'],
      ['R2', '2024-01-01', '2025-06-30'],
      ['R3', '2025-07-01', '2026-09-30'],
      ['R4', '2026-10-01', null],
    ]);
  });

  it('cover the periods of real campaigns and nothing before Decree 91/2017', () => {
    const { hash } = rulebooks.release();
    expect(rulebooks.releaseCovering(localDate('2021-07-01'), localDate('2023-11-06'))).toBe(hash);
    expect(rulebooks.releaseCovering(localDate('2024-01-19'), localDate('2024-12-31'))).toBe(hash);
    expect(rulebooks.releaseCovering(localDate('2017-09-30'), localDate('2018-12-31'))).toBeNull();
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  describe('who decides (Law 2022, article 80; Decree 129/2025, article 59)', () => {
    it('lets a commune decide on CSTĐCS and TTLĐTT only from 2025-07-01', () => {
      for (const code of ['CSTDCS', 'TTLDTT']) {
        expect([R1, R2, R3].map((day) => mayDecide(at(day), code, 'commune'))).toEqual([false, false, true]);
      }
    });

    it('lets no district decide on anything from 2025-07-01', () => {
      expect(mayDecide(at(R2), 'GK', 'district')).toBe(true);
      expect(at(R3).tiers.filter(({ deciders }) => deciders?.levels.includes('district'))).toEqual([]);
    });

    it('sends the tiers of the province up from a district', () => {
      const upward = (code: string) => routeOf(at(R2), code, 'district')?.upward;
      expect(['LDTT', 'CSTDCS', 'TTLDTT', 'GK'].map(upward)).toEqual([false, false, false, false]);
      expect(['TTLDXS', 'BK_TINH', 'CO_TINH', 'BK_TTG'].map(upward)).toEqual([true, true, true, true]);
    });
  });

  describe('how a council votes (Decree 98/2023, article 30.7; Decree 152/2025, article 33.5)', () => {
    const neededOf9 = (day: LocalDate, code: string) => needed(9, voteRuleOf(at(day), code)!.vote.threshold);

    it('asks 80% of all members for CSTĐCS and the province flag under R2 only', () => {
      for (const code of ['CSTDCS', 'CO_TINH']) {
        expect(voteRuleOf(at(R2), code)?.vote).toMatchObject({
          threshold: { fraction: '4/5', comparator: 'atLeast' },
          base: 'allMembers',
          absent: 'writtenOpinion',
          status: 'verified',
          councilChoice: false,
        });
        expect([R1, R2, R3].map((day) => neededOf9(day, code))).toEqual([5, 8, 5]);
      }
    });

    it('leaves GK to the council, says so, and takes over half of all members', () => {
      for (const day of [R1, R2]) {
        const vote = voteRuleOf(at(day), 'GK')?.vote;
        expect(vote).toMatchObject({ base: 'allMembers', status: 'unverified', councilChoice: true });
        expect(vote?.citation).toContain('lựa chọn của Hội đồng');
        expect(neededOf9(day, 'GK')).toBe(5);
      }
    });

    it('only records what the Party gives', () => {
      const party = at(R2).tiers.filter(({ family }) => family === 'party');
      expect(party.map(({ code }) => [code, voteRuleOf(at(R2), code)])).toEqual([
        ['GK_DANG', undefined],
        ['HUY_HIEU_DANG', undefined],
      ]);
    });
  });

  describe('prize money (Decree 152/2025, articles 49-55)', () => {
    const before = localDate('2025-09-01');
    const after = localDate('2026-07-01');

    it.each<[string, SubjectKind, LocalDate, string | undefined]>([
      ['LDTT', 'person', before, '710000'],
      ['CSTDCS', 'person', before, '2340000'],
      ['TTLDTT', 'collective', before, '1880000'],
      ['BK_TINH', 'person', before, '3510000'],
      ['BK_TINH', 'collective', before, '7020000'],
      ['GK', 'collective', before, '1410000'],
      ['LDTT', 'person', after, '760000'],
      ['TTLDXS', 'collective', after, '3800000'],
      ['CO_TINH', 'collective', after, '20240000'],
      // Decided when the base salary was still 1.8 million, and for BK when the coefficient was still 1.0.
      ['BK_TINH', 'person', localDate('2024-06-30'), '2700000'],
      ['BK_TINH', 'person', localDate('2023-12-31'), '1800000'],
      // No text for these was seen: no figure is invented.
      ['BK_TINH', 'collective', localDate('2023-12-31'), undefined],
      ['GK_XA', 'person', before, undefined],
      ['GK_DANG', 'person', before, undefined],
    ])('%s for a %s decided on %s is %s', (tier, subjectKind, decidedOn, amount) => {
      expect(rulebooks.prize({ tier, subjectKind, decidedOn })?.amount).toBe(amount);
    });

    it('may round a collective GK before it is doubled', () => {
      const question = {
        tier: 'GK',
        subjectKind: 'collective',
        decidedOn: before,
        roundBeforeMultiplier: true,
      } as const;
      expect(rulebooks.prize(question)?.amount).toBe('1420000');
    });
  });

  it('mark every row that stands in for the unseen law of 2026 as unverified', () => {
    const r4 = at(localDate('2026-11-01'));
    expect(r4.tiers.map(({ code }) => code)).toEqual(at(R3).tiers.map(({ code }) => code));
    const { route, vote, quorum, conflict } = r4.council;
    const rows = [route, vote, quorum, conflict, ...r4.tiers.flatMap(({ deciders, prize }) => [deciders, prize])];
    expect(rows.filter((row) => row !== null && row.status !== 'unverified')).toEqual([]);
  });

  it('finds a tier as it stands on a day', () => {
    expect(rulebooks.tier(R2, 'GK')).toMatchObject({
      level: 'district',
      aliases: ['Giấy khen của UBND quận', 'Giấy khen của UBND huyện'],
    });
    expect(rulebooks.tier(R3, 'GK')).toMatchObject({ level: 'unit' });
    expect(rulebooks.tier(R2, 'TINH_ANH_HUNG')).toBeUndefined();
    expect(rulebooks.tier(localDate('2016-01-01'), 'GK')).toBeUndefined();
  });

  it('remind before, on and after the day of a report, and nobody of an unknown deadline', () => {
    const rule = rulebooks.reminder('campaign.reportDue')!;
    const phases = occurrencesOf(rule, { dueOn: localDate('2024-04-05') }).map(({ phase }) => phase);
    expect(phases).toEqual(['before', 'before', 'before', 'onTheDay', 'after', 'after', 'after', 'after']);
    expect(rulebooks.reminder('campaign.unheardOf')).toBeUndefined();
  });
});

describe('loadRelease', () => {
  it('answers the same hash every time', () => {
    expect(loadRelease(directories).hash).toBe(loadRelease(directories).hash);
  });

  it('names a directory that cannot be read', () => {
    const nowhere = join(directories.rulebooks, 'nowhere');
    expect(() => loadRelease({ ...directories, rulebooks: nowhere })).toThrow(RulebookFilesError);
    expect(() => loadRelease({ ...directories, rulebooks: nowhere })).toThrow(/nowhere:1 cannot be read: .*ENOENT/);
  });
});
