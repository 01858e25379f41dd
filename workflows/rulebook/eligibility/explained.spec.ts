import { localDate } from '../../kernel';
import type { EligibilityAnswer } from './answer.types';
import { eligibilityOf } from './compile';
import type { Evidence } from './evidence.types';
import { explained } from './explained';
import { PREDICATES } from './predicates';
import type { Rule } from './standard.types';
import { aRulebook, aTier, award, evidenceOf, initiative, is, known, questionOf, ratings } from './testing/samples';

const NAMES: Readonly<Record<string, string>> = { X: 'Chiến sĩ thi đua cơ sở', BK_TTG: 'Bằng khen của Thủ tướng' };
const nameOf = (code: string): string => NAMES[code] ?? code;
const answer = (rule: Rule, evidence: Partial<Evidence> = {}): EligibilityAnswer =>
  eligibilityOf(aRulebook([aTier('X', {}, rule)]), questionOf(evidenceOf(evidence)));

describe('explained', () => {
  const rule: Rule = {
    all: [
      is('ratedAtLeast', { rating: 'good' }, known('secondary', 'Luật, Điều 24')),
      is('heldTimes', { tier: 'CSTDCS', times: 3, since: 'BK_TTG' }),
    ],
  };

  it('puts an answer into Vietnamese, line by line', () => {
    const lines = explained(
      answer(rule, { ...ratings({ 2024: 'excellent' }), awards: [award('BK_TTG', 2019)] }),
      'vi',
      nameOf,
    );
    expect(lines).toEqual([
      {
        depth: 0,
        finding: 'notProven',
        text: 'Chiến sĩ thi đua cơ sở theo R3: chưa đủ căn cứ',
        used: [],
        missing: [],
        citation: null,
        status: 'verified',
      },
      {
        depth: 1,
        finding: 'notProven',
        text: 'Đạt tất cả các điều kiện',
        used: [],
        missing: [],
        citation: null,
        status: 'verified',
      },
      {
        depth: 2,
        finding: 'met',
        text: 'Năm xét được xếp loại từ hoàn thành tốt nhiệm vụ trở lên',
        used: ['Năm 2024: hoàn thành xuất sắc nhiệm vụ'],
        missing: [],
        citation: 'Luật, Điều 24',
        status: 'secondary',
      },
      {
        depth: 2,
        finding: 'notProven',
        text: 'Được tặng CSTDCS ít nhất 3 lần, kể từ sau khi được tặng Bằng khen của Thủ tướng',
        used: ['Bằng khen của Thủ tướng, quyết định ngày 10/01/2020'],
        missing: ['Còn thiếu 3 lần CSTDCS'],
        citation: 'Điều 1',
        status: 'verified',
      },
    ]);
  });

  it('puts it into English too, dates as they are', () => {
    const [, , , last] = explained(answer(rule, { awards: [award('BK_TTG', 2019)] }), 'en');
    expect(last).toMatchObject({
      text: 'Holds CSTDCS at least 3 times, since BK_TTG',
      used: ['BK_TTG, decided on 2020-01-10'],
      missing: ['3 more of CSTDCS'],
    });
  });

  it('says so where the rulebook has no standard', () => {
    const asked = questionOf(evidenceOf(), { tier: 'GK' });
    expect(explained(eligibilityOf(aRulebook([]), asked), 'vi').map(({ text }) => text)).toEqual([
      'GK theo R3: chưa đủ căn cứ',
      'Bộ quy định chưa có tiêu chuẩn cho đối tượng này: cần người quyết định',
    ]);
  });

  it('goes into the standard of another tier', () => {
    const chain = aRulebook([
      aTier('LDTT', {}, is('ratedAtLeast', { rating: 'good' })),
      aTier('X', {}, is('meets', { tier: 'LDTT' })),
    ]);
    const lines = explained(eligibilityOf(chain, questionOf(evidenceOf())).standard!, 'vi');
    expect(lines.map(({ depth, text }) => [depth, text])).toEqual([
      [0, 'Đạt tiêu chuẩn LDTT'],
      [1, 'Năm xét được xếp loại từ hoàn thành tốt nhiệm vụ trở lên'],
    ]);
  });

  it('says what a person must judge in the words of the rulebook, and by its name without them', () => {
    const { standard } = answer(is('judged', { condition: 'solidarity' }));
    const words = { solidarity: { vi: 'Nội bộ đoàn kết', en: 'Solidarity' } };
    expect(explained(standard!, 'vi', nameOf, words)[0]).toMatchObject({
      text: 'Đạt yêu cầu: Nội bộ đoàn kết',
      missing: ['Cần người thẩm định kết luận: Nội bộ đoàn kết'],
    });
    expect(explained(standard!, 'en', nameOf, words)[0]?.text).toBe('A person found: Solidarity');
    expect(explained(standard!, 'vi')[0]?.text).toBe('Đạt yêu cầu: solidarity');
  });

  it('names a group of so many', () => {
    const two: Rule = {
      atLeast: 2,
      of: [is('nothingPending'), is('afterDiscipline'), is('judged', { condition: 'c' })],
    };
    expect(explained(answer(two).standard!, 'vi')[0]?.text).toBe('Đạt ít nhất 2 điều kiện');
  });
});

describe('every sentence', () => {
  const SAMPLE = {
    rating: 'good',
    tier: 'GK',
    count: 3,
    number: 1,
    scope: 'unit',
    initiativeKind: 'research',
    discipline: 'warning',
    level: 'state',
    levels: ['state'],
    share: '1/3',
    comparator: 'atLeast',
    word: 'w',
    words: ['w'],
    flag: true,
  } as const;
  const source = { kind: 'register', id: '1' } as const;
  const full: Partial<Evidence> = {
    ...ratings({ 2023: 'good', 2024: 'completed' }),
    awards: [award('GK', 2015), award('X', 2024, { commendation: null })],
    initiatives: [initiative('2024-05-01')],
    disciplines: [{ form: 'warning', from: localDate('2024-02-01'), until: null, source }],
    freezes: [{ from: localDate('2024-02-01'), until: null, source }],
    services: [{ position: 'w', from: localDate('2024-02-01'), until: null, source }],
    members: [
      { year: 2024, members: 3, holders: { GK: 1 }, ratedAtLeast: { good: 1 }, gravestDiscipline: 'warning', source },
    ],
    leaderships: [
      { of: 'cluster', year: 2024, level: 'state', months: null, source },
      { of: 'campaign', year: 2024, level: 'state', months: null, source },
    ],
    judgements: [{ condition: 'w', finding: 'met', source }],
    employedFrom: localDate('2020-01-01'),
  };

  it.each(Object.keys(PREDICATES))('of %s has words for its parameters, its evidence and what is missing', (name) => {
    const given = Object.fromEntries(
      Object.entries(PREDICATES[name]!.parameters).map(([key, { kind }]) => [key, SAMPLE[kind]]),
    );
    const rulebook = name === 'restsOnNoAwardFor' ? null : aRulebook([aTier('X', {}, is(name, given))]);
    for (const evidence of [full, {}]) {
      if (!rulebook) continue;
      const asked = questionOf(evidenceOf(evidence), { dossierOn: localDate('2024-01-01') });
      for (const language of ['vi', 'en'] as const) {
        for (const { text, used, missing } of explained(eligibilityOf(rulebook, asked), language)) {
          for (const sentence of [text, ...used, ...missing]) expect(sentence).toMatch(/^[^{}]{8,}$/);
        }
      }
    }
  });
});
