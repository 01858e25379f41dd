import { InvalidRequestError } from '../../platform/http/problems/http.errors';
import { validInput } from '../../platform/http/validation/valid-input';
import { TallyCasesQuery, TallyGroupsQuery } from './tally-filter.request';
import { TallyQuery } from './tally-queries.request';

const CAMPAIGN = '018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e60';

describe('queries of tallies', () => {
  it('always name their axis', () => {
    expect(validInput(TallyQuery, { axis: 'decision' })).toEqual({ axis: 'decision' });
    expect(() => validInput(TallyQuery, { campaignId: CAMPAIGN })).toThrow(InvalidRequestError);
    expect(() => validInput(TallyQuery, { axis: 'birth' })).toThrow(InvalidRequestError);
  });

  it('take the year as it stands in a query string', () => {
    const query = { axis: 'decision', year: '2024', family: 'state', stage: 'decided' };
    expect(validInput(TallyCasesQuery, query)).toMatchObject({ year: 2024, limit: 50 });
    expect(() => validInput(TallyCasesQuery, { ...query, year: '20x4' })).toThrow(InvalidRequestError);
    expect(() => validInput(TallyCasesQuery, { ...query, family: 'both' })).toThrow(InvalidRequestError);
  });

  it('break down by up to three dimensions that are known and differ', () => {
    const by = (text: string): unknown => validInput(TallyGroupsQuery, { axis: 'decision', by: text });
    expect(by('tier,gender,unit')).toMatchObject({ by: ['tier', 'gender', 'unit'] });
    for (const wrong of ['', 'tier,tier', 'tier,', 'name', 'year,tier,unit,gender']) {
      expect(() => by(wrong)).toThrow(InvalidRequestError);
    }
  });
});
