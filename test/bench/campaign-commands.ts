import { actorWith, openHarness, PLAN, UNIT, type RunnerHarness } from '../integration/runner-harness';

const CAMPAIGN = '00000000-0000-7000-8000-0000000000c1';
const office = actorWith('standingOffice');
const authority = actorWith('decidingAuthority');

/** A launched campaign that opens and closes its registration again and again: the shortest repeatable real command. */
export class CampaignCommands {
  private count = 0;

  private constructor(readonly harness: RunnerHarness) {}

  static async open(file: string, onStatement?: Parameters<typeof openHarness>[1]): Promise<CampaignCommands> {
    const commands = new CampaignCommands(await openHarness({ kind: 'sqlite', file }, onStatement));
    await commands.launch();
    return commands;
  }

  /** Runs one accepted command. */
  async next(): Promise<void> {
    this.count += 1;
    const isOpening = this.count % 2 === 1;
    await this.send(isOpening ? 'openRegistration' : 'closeRegistration', isOpening ? { closesOn: null } : {});
  }

  private async launch(): Promise<void> {
    const { runner, feature } = this.harness;
    await runner.open(feature, {
      actor: office,
      commandId: 'draft',
      type: 'campaign.draft',
      instanceId: CAMPAIGN,
      input: PLAN,
      unit: UNIT,
    });
    await this.send('submit');
    await this.send('approve', { number: '15', symbol: 'KH-UBND', approvedOn: '2024-01-19' }, authority);
    await this.send('launch', {}, authority);
  }

  private async send(name: string, input: object = {}, actor = office): Promise<void> {
    const { runner, feature } = this.harness;
    const commandId = `${name}-${this.count}`;
    const result = await runner.run(feature, {
      actor,
      commandId,
      type: `campaign.${name}`,
      instanceId: CAMPAIGN,
      input,
    });
    if (result.outcome !== 'accepted') throw new Error(`${name} was ${result.outcome}`);
  }
}
