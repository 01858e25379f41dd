import { join } from 'node:path';
import { localDate } from '../../../workflows/kernel';
import { loadRelease, RulebooksService } from '../../rulebooks';
import { PlaceRules } from '../cases/place-rules';
import { ageWarnings } from './dossier-warnings';

const CONFIG = join(__dirname, '../../../config');
const rules = new PlaceRules(
  new RulebooksService(loadRelease({ rulebooks: join(CONFIG, 'rulebooks'), calendar: join(CONFIG, 'calendar') })),
  [],
);
const of = (tier: string, achievedTo: string, on: string) =>
  ageWarnings(
    [
      {
        ...{ tier, subjectKind: 'person', commendation: 'merit', isSimple: 0, caseCount: 2 },
        achievedTo: localDate(achievedTo),
      },
    ],
    rules,
    localDate(on),
  );

describe(ageWarnings.name, () => {
  it('flags what ends more than six months before its submission to the State (Decree 152/2025/NĐ-CP, article 33.9)', () => {
    expect(of('BK_TTG', '2025-12-31', '2026-07-01')).toMatchObject([
      {
        code: 'DOSSIER.ACHIEVEMENT_TOO_OLD',
        message: { vi: expect.stringContaining('2 trường hợp tính đến 2025-12-31, đã quá 6 tháng') as string },
        citation: { text: 'Nghị định 152/2025/NĐ-CP, Điều 33 khoản 9', status: 'verified' },
      },
    ]);
  });

  it.each([
    ['exactly six months', 'BK_TTG', '2025-12-31', '2026-06-30'],
    ['a tier that is not the State’s', 'GK', '2025-01-31', '2026-06-30'],
    ['a regime that has no such rule', 'BK_TTG', '2023-01-31', '2024-06-30'],
  ])('does not flag %s', (_, tier, achievedTo, on) => {
    expect(of(tier, achievedTo, on)).toEqual([]);
  });
});
