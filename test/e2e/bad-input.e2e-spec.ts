import { eventually } from '../support/eventually';
import { useTemporaryDirectory } from '../support/temporary-directory';
import { AppProcess, endProcesses, thidua } from './app-process';
import { plan } from './plan';
import { ask, itemsOf, tokenOf, type Answer, type Asked } from './requests';
import { storedRows } from './stored-rows';

const MEGABYTES_20 = Buffer.alloc(20 * 1024 * 1024, 'a');

describe('a request that cannot be taken', () => {
  const directory = useTemporaryDirectory();
  let app: AppProcess;
  let api: string;
  let office: string;
  let city: string;
  let underway: string;
  let draft: string;
  let review: string;
  let item: string;

  const as = (login: string, path: string, asked: Asked = {}): Promise<Answer> =>
    ask(`${api}/${path}`, { token: tokenOf(directory(), login), ...asked });
  const command = (type: string, input: object = {}): Asked => ({ body: { type, input } });

  beforeAll(async () => {
    app = new AppProcess({ directory: directory(), args: ['serve', '--demo'] });
    api = `${await app.ready()}/api/v1`;
    office = tokenOf(directory(), 'van-phong');
    city = String((await as('van-phong', 'me')).json.unitId);
    const campaigns = itemsOf(await as('van-phong', 'campaigns'));
    underway = String(campaigns.find(({ state }) => state === 'underway')?.id);
    draft = String(campaigns.find(({ state }) => state === 'draft')?.id);
    review = String(itemsOf(await as('thanh-vien-1', 'reviews'))[0]?.id);
    const { json } = await as('thanh-vien-1', `reviews/${review}`);
    item = String((json.items as { id: string }[])[0]?.id);
    // The daily clean-up runs at the start and takes away what is done with.
    await eventually(async () =>
      expect(await storedRows(directory())).toMatchObject({ outbox: 0, processed_messages: 0 }),
    );
  });
  afterAll(endProcesses);

  /** Asks, and makes sure that this wrote nothing. */
  async function refused(ask: () => Promise<Answer>): Promise<Answer> {
    const before = await storedRows(directory());
    const answer = await ask();
    expect(await storedRows(directory())).toEqual(before);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.json).toMatchObject({ status: answer.status, title: expect.any(String), detail: expect.any(String) });
    return answer;
  }

  const post = (path: string, body: unknown, more: Asked = {}) =>
    ask(`${api}/${path}`, { token: office, body, ...more });
  const JSON_BODY = { 'content-type': 'application/json' };

  it.each<[string, number, string, () => Promise<Answer>]>([
    ['a body of 20 MB', 413, 'HTTP.BODY_TOO_LARGE', () => post('campaigns', MEGABYTES_20, { headers: JSON_BODY })],
    ['broken UTF-8', 400, 'HTTP.BROKEN_UTF8', () => post('campaigns', Buffer.from([0x22, 0xc3, 0x28, 0x22]))],
    ['broken JSON', 400, 'HTTP.MALFORMED_JSON', () => post('campaigns', Buffer.from('{"code":'))],
    [
      'another media type',
      415,
      'HTTP.UNSUPPORTED_MEDIA_TYPE',
      () => post('campaigns', Buffer.from('code=1'), { headers: { 'content-type': 'text/plain' } }),
    ],
    ['an unknown field', 400, 'HTTP.INVALID_REQUEST', () => post('campaigns', { ...plan('X', city), colour: 'red' })],
    [
      'a field of the wrong type',
      400,
      'HTTP.INVALID_REQUEST',
      () => post('campaigns', { ...plan('X', city), name: 7 }),
    ],
    [
      'a day that does not exist',
      400,
      'HTTP.INVALID_REQUEST',
      () => post('campaigns', { ...plan('X', city), endsOn: '2030-02-30' }),
    ],
    [
      'an unknown command',
      400,
      'HTTP.UNKNOWN_COMMAND',
      () => as('van-phong', `campaigns/${draft}/commands`, command('campaign.explode')),
    ],
    ['an id that is none', 400, 'HTTP.INVALID_REQUEST', () => as('van-phong', 'campaigns/1;DROP')],
    [
      'an id that nothing has',
      404,
      'PLATFORM.NOT_FOUND',
      () => as('van-phong', 'campaigns/018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e5f'),
    ],
    ['an address that is none', 404, 'HTTP.ROUTE_NOT_FOUND', () => as('van-phong', 'nothing')],
    ['nobody', 401, 'AUTH.UNAUTHENTICATED', () => ask(`${api}/campaigns`)],
    ['a token that is none', 401, 'AUTH.UNAUTHENTICATED', () => ask(`${api}/campaigns`, { token: 'thidua_guess' })],
    [
      'a unit that reads what is another one’s',
      404,
      'PLATFORM.NOT_FOUND',
      async () => as('phuong-03', `pledges/${String(itemsOf(await as('van-phong', 'pledges'))[0]?.id)}`),
    ],
    [
      'a ward that submits a draft which it may not see',
      404,
      'PLATFORM.NOT_FOUND',
      () => as('phuong-01', `campaigns/${draft}/commands`, command('campaign.submit')),
    ],
    [
      'a ward that closes what it does see',
      403,
      'AUTH.FORBIDDEN',
      () => as('phuong-01', `campaigns/${underway}/commands`, command('campaign.closeRegistration')),
    ],
    [
      'a vote of somebody who is no member',
      403,
      'AUTH.FORBIDDEN',
      () => as('van-phong', `reviews/${review}/commands`, command('review.cast', { itemId: item, choice: 'inFavour' })),
    ],
    [
      'days in the wrong order',
      409,
      'CAMPAIGN.PERIOD_OUT_OF_ORDER',
      () => post('campaigns', { ...plan('X', city), startsOn: '2031-01-01' }),
    ],
    [
      'a command in the wrong state',
      409,
      'CAMPAIGN.NOT_IN_STATE',
      () => as('chu-tich', `campaigns/${underway}/commands`, command('campaign.launch')),
    ],
    [
      'a stale version',
      412,
      'PLATFORM.VERSION_CONFLICT',
      () =>
        as('van-phong', `campaigns/${underway}/commands`, {
          ...command('campaign.closeRegistration'),
          headers: { 'if-match': '"1"' },
        }),
    ],
  ])('refuses %s with %i %s and writes nothing', async (_, status, code, attempt) => {
    const answer = await refused(attempt);
    expect([answer.status, answer.json.code]).toEqual([status, code]);
    expect((await fetch(new URL('/health/ready', api))).status).toBe(200);
  });

  it('counts a vote that is sent twice once, and refuses a second vote by the same member', async () => {
    const vote = (choice: string, key: string) =>
      as('thanh-vien-3', `reviews/${review}/commands`, {
        ...command('review.cast', { itemId: item, choice }),
        headers: { 'idempotency-key': key },
      });
    expect((await vote('inFavour', 'vote-1')).status).toBe(200);
    const again = await vote('inFavour', 'vote-1');
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
    const second = await refused(() => vote('against', 'vote-2'));
    expect([second.status, second.json.code]).toEqual([409, 'REVIEW.ALREADY_VOTED']);
  });

  it('refuses a key that was used with another body', async () => {
    const drafted = (code: string) =>
      post('campaigns', plan(code, city), { headers: { 'idempotency-key': 'draft-1' } });
    const first = await drafted('MOT');
    expect(first.status).toBe(201);
    const repeated = await drafted('MOT');
    expect([repeated.status, repeated.text]).toEqual([201, first.text]);
    const other = await refused(() => drafted('HAI'));
    expect([other.status, other.json.code]).toEqual([422, 'PLATFORM.IDEMPOTENCY_KEY_REUSED']);
  });

  it('leaves data that keep every promise', async () => {
    expect(await app.end('SIGTERM')).toMatchObject({ code: 0 });
    expect(await thidua(directory(), 'verify')).toMatchObject({ code: 0 });
  });
});
