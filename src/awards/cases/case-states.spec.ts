import { awardWorkflow } from '../../../workflows/award';
import { restsOnAchievement } from './case-states';

describe(restsOnAchievement.name, () => {
  it('holds from the submission to the award, and not for what lies with the unit or came to another end', () => {
    const free = awardWorkflow.transitions.statePaths.filter((state) => !restsOnAchievement(state));
    expect(free.sort()).toEqual(
      ['draft', 'returned', 'ineligible', 'notRecommended', 'refused', 'refusedAbove', 'revoked', 'withdrawn'].sort(),
    );
  });
});
