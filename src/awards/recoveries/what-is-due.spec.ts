import type { AwardContext } from '../../../workflows/award';
import { dong, localDate } from '../../../workflows/kernel';
import { whatIsDue } from './what-is-due';

const DAY = localDate('2024-12-01');
const NOTHING = dong('0');

describe('what is due of a revoked award', () => {
  const due = (known: Partial<AwardContext>) =>
    whatIsDue({
      ...{ decisionId: 'decision', presentedOn: null, paidOn: null, amount: dong('710000') },
      ...known,
    } as AwardContext);

  it('is nothing of what was neither handed over nor paid', () => {
    expect(due({})).toBeNull();
  });

  it('is the artefact that was handed over, and the money that was paid', () => {
    expect(due({ presentedOn: DAY })).toEqual({ isArtefactDue: true, moneyDue: NOTHING });
    expect(due({ paidOn: DAY })).toEqual({ isArtefactDue: false, moneyDue: '710000' });
  });

  it('is no money where a higher level granted: this fund never paid it', () => {
    const above = { decisionId: null, paidOn: DAY };
    expect(due(above)).toBeNull();
    expect(due({ ...above, presentedOn: DAY })).toEqual({ isArtefactDue: true, moneyDue: NOTHING });
  });
});
