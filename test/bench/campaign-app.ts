import { join } from 'node:path';
import { loadConfig } from '../../config';
import { ApiModule } from '../../src/app/api.module';
import { SYSTEM_ACTOR } from '../../src/platform/auth/actor';
import { createHttpApp } from '../../src/platform/http/create-http-app';
import { listen } from '../../src/platform/http/server/listen';
import { JsonLogger } from '../../src/platform/logging/json-logger';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import { TokensService } from '../../src/users';

/** The whole application over HTTP with launched campaigns. */
export interface CampaignApp {
  /** Where each campaign takes its commands. */
  readonly commandUrls: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

/** Opens the application with so many campaigns, one for each client that will send commands in turn. */
export async function openCampaignApp(directory: string, campaigns: number): Promise<CampaignApp> {
  const config = loadConfig({ DATABASE_URL: join(directory, 'thidua.sqlite'), PORT: '0', THIDUA_LOG_LEVEL: 'error' });
  const app = await createHttpApp(ApiModule.forRoot({ config }), config, new JsonLogger('error'));
  const url = await listen(app, config);
  const dispatcher = app.get(CommandDispatcher, { strict: false });
  let count = 0;
  const send = async (type: string, input: object, instanceId?: string): Promise<string> => {
    const commandId = `set-up-${(count += 1)}`;
    const result = await dispatcher.dispatch({
      actor: SYSTEM_ACTOR,
      commandId,
      type,
      input,
      ...(instanceId ? { instanceId } : {}),
    });
    if (result.outcome !== 'accepted') throw new Error(`${type}: ${JSON.stringify(result)}`);
    return result.id;
  };
  const unitId = await send('unit.add', {
    code: 'D',
    name: 'Quận',
    kind: 'district',
    level: 'district',
    validFrom: '2020-01-01',
  });
  const userId = await send('user.add', { login: 'office' });
  for (const role of ['standingOffice', 'decidingAuthority']) {
    await send('user.giveSeat', { role, unitId, validFrom: '2020-01-01' }, userId);
  }
  const tokens = app.get(TokensService, { strict: false });
  const { token } = await tokens.issue({ actor: SYSTEM_ACTOR, commandId: 'token', userId });
  const headers = { authorization: `Bearer ${token ?? ''}` };
  const commandUrls: string[] = [];
  for (let index = 0; index < campaigns; index += 1) {
    commandUrls.push(`${await launch(url, headers, unitId, `BENCH-${index}`)}/commands`);
  }
  return { commandUrls, headers, close: () => app.close() };
}

async function launch(
  url: string,
  headers: Readonly<Record<string, string>>,
  unitId: string,
  code: string,
): Promise<string> {
  const post = async (path: string, body: object): Promise<{ readonly id: string }> => {
    const answer = await fetch(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const year = new Date().getUTCFullYear() + 1;
  const { id } = await post('campaigns', planOf(unitId, code, year));
  await post(`campaigns/${id}/commands`, { type: 'campaign.submit' });
  const approvedOn = `${year - 2}-01-19`;
  await post(`campaigns/${id}/commands`, {
    type: 'campaign.approve',
    input: { number: '15', symbol: 'KH-UBND', approvedOn },
  });
  await post(`campaigns/${id}/commands`, { type: 'campaign.launch' });
  return `${url}/api/v1/campaigns/${id}`;
}

function planOf(unitId: string, code: string, year: number): object {
  const plan = { name: 'Kế hoạch quận', value: '100' };
  return {
    code,
    name: 'Phong trào thi đua',
    kind: 'regular',
    periodType: 'calendarYear',
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
    issuerIds: [unitId],
    unitIds: [unitId],
    rounds: [],
    indicators: [
      {
        code: '1',
        name: 'Chỉ tiêu 1',
        measures: [
          { code: '1.1', name: 'Chỉ tiêu 1', isMandatory: true, unit: '%', direction: 'atLeast', plans: [plan] },
        ],
      },
    ],
    allocations: [],
  };
}
