import { CAMPAIGN_ID, FakeCampaigns } from './http-platform.module';
import { startServer, type Answer, type SendOptions, type TestServer } from './http-platform.server';

describe('commands over HTTP', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server.app.close());

  const path = `/api/v1/campaigns/${CAMPAIGN_ID}/commands`;
  const command = (body: unknown, headers: SendOptions['headers'] = {}): Promise<Answer> =>
    server.send(path, { token: 'token-of-head', body, headers });
  const launch = { type: 'campaign.launch', input: {} };

  it('answers an accepted command with the new version, the state in words, and its ETag', async () => {
    const answer = await command(launch);
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      id: CAMPAIGN_ID,
      version: 4,
      state: 'underway',
      stateLabel: { vi: 'Đang triển khai', en: 'Underway' },
    });
    expect(answer.headers.get('etag')).toBe('"4"');
    expect(answer.headers.get('idempotent-replayed')).toBeNull();
  });

  it('says so when the answer is a repeated one', async () => {
    await command(launch, { 'idempotency-key': 'launch-1' });
    const again = await command(launch, { 'idempotency-key': 'launch-1' });
    expect(again.status).toBe(200);
    expect(again.json.version).toBe(4);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  it('makes an id of its own for each command without a key', async () => {
    await command(launch);
    const second = await command(launch);
    expect([second.status, second.json.code]).toEqual([409, 'CAMPAIGN.NOT_IN_STATE']);
  });

  it('says every reason of a refusal in both languages, with the guard that refused', async () => {
    const answer = await command({ type: 'campaign.cancel', input: { reason: '  ' } });
    expect(answer.status).toBe(409);
    expect(answer.json).toMatchObject({
      code: 'CAMPAIGN.REASON_MISSING',
      detail: 'Hãy nêu lý do. Đã có 2 trường hợp được quyết định khen thưởng, không thể hủy phong trào.',
      failedGuards: [
        {
          guard: 'reasonIsGiven',
          code: 'CAMPAIGN.REASON_MISSING',
          message: { vi: 'Hãy nêu lý do.', en: 'Give a reason.' },
        },
        { guard: 'nothingIsDecided', code: 'CAMPAIGN.AWARDS_DECIDED' },
      ],
    });
    expect(server.app.get(FakeCampaigns).version).toBe(3);
  });

  it('answers 412 to a stale If-Match and takes the present one, or *', async () => {
    const stale = await command(launch, { 'if-match': '"2"' });
    expect([stale.status, stale.json.code, stale.json.version]).toEqual([412, 'PLATFORM.VERSION_CONFLICT', 3]);
    expect((await command(launch, { 'if-match': '"3"' })).status).toBe(200);
    expect(
      (await command({ type: 'campaign.openRegistration', input: { closesOn: null } }, { 'if-match': '*' })).status,
    ).toBe(403);
  });

  it.each(['W/"3"', '3', '"3", "4"', '"-1"', '""'])('answers 400 to the If-Match %s', async (tag) => {
    const answer = await command(launch, { 'if-match': tag });
    expect([answer.status, answer.json.errors]).toMatchObject([400, [{ field: 'If-Match' }]]);
  });

  it('answers 428 where If-Match must be sent and is not', async () => {
    const amend = (headers: SendOptions['headers'] = {}) =>
      server.send(`/api/v1/campaigns/${CAMPAIGN_ID}/amend`, { method: 'POST', headers });
    expect((await amend()).json.code).toBe('HTTP.IF_MATCH_REQUIRED');
    expect((await amend()).status).toBe(428);
    expect((await amend({ 'if-match': '"7"' })).json).toEqual({ seen: 7 });
  });

  it.each(['a b', 'x'.repeat(201), 'kh%C3%B3a é'])('answers 400 to the Idempotency-Key %s', async (key) => {
    const answer = await command(launch, { 'idempotency-key': key });
    expect([answer.status, answer.json.errors]).toMatchObject([400, [{ field: 'Idempotency-Key' }]]);
  });

  it.each([
    [{ type: 'campaign.approve' }],
    [{ type: 'campaign.draft' }],
    [{ type: 'toString' }],
    [{ type: '__proto__x' }],
  ])('lists the known commands when it is sent %j', async (body) => {
    const answer = await command(body);
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      code: 'HTTP.UNKNOWN_COMMAND',
      knownTypes: ['campaign.launch', 'campaign.cancel', 'campaign.openRegistration'],
    });
  });

  it.each([
    ['type', { input: {} }],
    ['type', { type: 7 }],
    ['extra', { ...launch, extra: 1 }],
    ['comment', { ...launch, comment: 'x'.repeat(2001) }],
    ['input', { type: 'campaign.launch', input: [] }],
    ['input.anything', { type: 'campaign.launch', input: { anything: 1 } }],
    ['input.reason', { type: 'campaign.cancel' }],
    ['input.closesOn', { type: 'campaign.openRegistration', input: { closesOn: '2024-13-01' } }],
  ])('names the field %s', async (field, body) => {
    const answer = await command(body);
    expect(answer.status).toBe(400);
    expect((answer.json.errors as { field: string }[]).map((error) => error.field)).toEqual([field]);
  });

  it('answers 201 with the place of what was opened, and hands on canonical values', async () => {
    const answer = await server.send('/api/v1/campaigns', {
      body: {
        name: 'Le\u0302 Cha\u0302n',
        startsOn: '2024-01-01',
        endsOn: null,
        target: '0453.40',
        kind: 'regular',
        rounds: 1,
        isJoint: true,
        issuerIds: [CAMPAIGN_ID],
        parts: [],
        signer: null,
      },
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/api/v1/campaigns/${CAMPAIGN_ID}`);
    expect(answer.headers.get('x-target')).toBe('453.4');
    expect(answer.json.state).toBe('draft');
  });

  it('tells what can be done now and, for what cannot, why', async () => {
    const { json } = await server.send(path);
    const items = json.items as { type: string }[];
    const item = (type: string) => items.find((candidate) => candidate.type === type);
    expect(item('campaign.launch')).toMatchObject({ isPossible: false, isPermitted: false, reasons: [] });
    expect(item('campaign.cancel')).toMatchObject({
      label: { vi: 'Hủy phong trào' },
      permissions: ['campaign.direct'],
      reasons: [{ code: 'CAMPAIGN.AWARDS_DECIDED' }],
      dependsOnInput: ['reasonIsGiven'],
    });
    const head = await server.send(path, { token: 'token-of-head' });
    expect((head.json.items as object[])[0]).toMatchObject({ type: 'campaign.launch', isPossible: true });
  });
});

describe('pages over HTTP', () => {
  it('walks a list to its end and refuses a cursor or a limit that it did not make', async () => {
    const server = await startServer();
    const seen: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const from = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = await server.send(`/api/v1/campaigns?limit=2${from}`);
      expect(page.status).toBe(200);
      seen.push(...(page.json.items as { id: string }[]).map(({ id }) => id));
      cursor = page.json.nextCursor as string | null;
    }
    expect(seen).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
    for (const query of [
      'limit=0',
      'limit=201',
      'limit=x',
      'limit=1&limit=2',
      'cursor=AAAA',
      'cursor=%20',
      'kind=x',
      'x=1',
    ]) {
      const answer = await server.send(`/api/v1/campaigns?${query}`);
      expect([query, answer.status]).toEqual([query, 400]);
    }
    await server.app.close();
  });
});
