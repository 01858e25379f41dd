import { campaignWorkflow } from '../../workflows/campaign';
import { stateLabelOf } from '../../src/platform/http/commands/state-label';
import { NoInput } from '../../src/platform/validation/no-input';
import { UnknownCommandError } from '../../src/platform/http/problems/http.errors';
import { commandBody } from '../../src/platform/http/commands/command-body';
import { commandSchemaName } from '../../src/platform/http/commands/command-models';

describe(commandBody.name, () => {
  const body = commandBody({ 'campaign.launch': NoInput }, campaignWorkflow);

  it('answers type, input as an instance of its class, and the comment', () => {
    const command = body.pipe.transform({ type: 'campaign.launch', comment: ' Đồng ý ' }, { type: 'body' });
    expect(command).toEqual({ type: 'campaign.launch', input: {}, comment: 'Đồng ý' });
    expect(command.input).toBeInstanceOf(NoInput);
  });

  it('lists what is known when it is sent something else', () => {
    for (const type of ['campaign.conclude', 'constructor', 'hasOwnProperty']) {
      expect(() => body.pipe.transform({ type }, { type: 'body' })).toThrow(UnknownCommandError);
    }
  });

  it('refuses to be made with a command that the workflow does not have', () => {
    expect(() => commandBody({ 'campaign.lunch': NoInput }, campaignWorkflow)).toThrow('campaign.lunch');
  });

  it('names the schema of a command after it', () => {
    expect(commandSchemaName('campaign.openRegistration')).toBe('CampaignOpenRegistrationCommand');
    expect(commandSchemaName('review.cast-vote')).toBe('ReviewCastVoteCommand');
  });
});

describe(stateLabelOf.name, () => {
  it('takes the words of the state, or else of the outer one', () => {
    expect(stateLabelOf(campaignWorkflow, 'underway').en).toBe('Underway');
    expect(stateLabelOf(campaignWorkflow, 'draft.refined').en).toBe('Draft plan');
    expect(stateLabelOf(undefined, 'kept').vi).toBe('Đã ghi nhận');
  });
});
