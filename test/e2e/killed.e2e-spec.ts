import { useTemporaryDirectory } from '../support/temporary-directory';
import { AppProcess, endProcesses, thidua } from './app-process';
import { plan } from './plan';
import { ask, itemsOf, tokenOf, type Answer } from './requests';

const KILLS = 10;
const CLIENTS = 6;
/** A kill comes after so many answers of one life, each time another number. */
const ANSWERS_BEFORE_THE_KILL = [1, 8, 3, 13, 5, 2, 21, 7, 4, 11];

/** A command that was sent, and how it was answered before the process died; null when nobody knows. */
interface Sent {
  readonly key: string;
  readonly path: string;
  readonly body: unknown;
  readonly answer: string | null;
}

describe('a process that is killed again and again while it works', () => {
  const directory = useTemporaryDirectory();
  afterEach(endProcesses);

  it('keeps every command that it answered, does none twice, and starts again each time', async () => {
    expect(await thidua(directory(), 'seed', 'demo')).toMatchObject({ code: 0 });
    const token = tokenOf(directory(), 'van-phong');
    const sent: Sent[] = [];
    for (let life = 0; life < KILLS; life += 1) {
      const app = new AppProcess({ directory: directory(), args: ['serve'] });
      const client = new Clients(`${await app.ready()}/api/v1`, token, life);
      await client.workUntil(ANSWERS_BEFORE_THE_KILL[life] ?? 1, () => app.end('SIGKILL'));
      expect(await app.ended).toMatchObject({ signal: 'SIGKILL' });
      sent.push(...client.sent);
    }
    const answered = sent.filter(({ answer }) => answer !== null);
    expect(answered.length).toBeGreaterThanOrEqual(ANSWERS_BEFORE_THE_KILL.reduce((sum, count) => sum + count, 0));
    expect(answered.length).toBeLessThan(sent.length);

    const app = new AppProcess({ directory: directory(), args: ['serve'] });
    const api = `${await app.ready()}/api/v1`;
    for (const { key, path, body, answer } of sent) {
      const repeated = await send(`${api}/${path}`, token, key, body);
      if (answer === null) expect(repeated.status).toBeLessThan(300);
      else expect([repeated.headers.get('idempotent-replayed'), repeated.text]).toEqual(['true', answer]);
    }
    const codes = await codesOf(api, token);
    const drafted = sent.filter(({ path }) => path === 'campaigns').map(({ key }) => key.toUpperCase());
    expect(codes.filter((code) => code.startsWith('LIFE')).sort()).toEqual(drafted.sort());
    expect(await app.end('SIGTERM')).toMatchObject({ code: 0 });
    const verified = await thidua(directory(), 'verify');
    expect([verified.code, verified.output]).toEqual([0, expect.not.stringContaining('violation')]);
  }, 120_000);
});

/** Some clients at once, each drafting campaigns and submitting them, one command after the other. */
class Clients {
  readonly sent: Sent[] = [];
  private answers = 0;

  constructor(
    private readonly api: string,
    private readonly token: string,
    private readonly life: number,
  ) {}

  /** Works until so many commands were answered; then the process is killed while the others are on their way. */
  async workUntil(count: number, kill: () => Promise<unknown>): Promise<void> {
    const { json } = await ask(`${this.api}/me`, { token: this.token });
    let isKilled = false;
    const heard = (): void => {
      this.answers += 1;
      if (this.answers === count) {
        isKilled = true;
        void kill();
      }
    };
    const work = async (client: number): Promise<void> => {
      for (let turn = 0; !isKilled; turn += 1) {
        const key = `life-${this.life}-${client}-${turn}`;
        const drafted = await this.try('campaigns', key, plan(key.toUpperCase(), String(json.unitId)), heard);
        if (drafted === null) return;
        const { id } = JSON.parse(drafted) as { id: string };
        const submit = { type: 'campaign.submit', input: {} };
        if ((await this.try(`campaigns/${id}/commands`, `${key}-submit`, submit, heard)) === null) return;
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, client) => work(client)));
  }

  private async try(path: string, key: string, body: unknown, heard: () => void): Promise<string | null> {
    const answer = await send(`${this.api}/${path}`, this.token, key, body).catch(() => null);
    this.sent.push({ key, path, body, answer: answer?.text ?? null });
    if (answer === null) return null;
    expect(answer.status).toBeLessThan(300);
    heard();
    return answer.text;
  }
}

function send(url: string, token: string, key: string, body: unknown): Promise<Answer> {
  return ask(url, { token, body, headers: { 'idempotency-key': key } });
}

/** The codes of all campaigns, page by page. */
async function codesOf(api: string, token: string): Promise<string[]> {
  const codes: string[] = [];
  let cursor = '';
  do {
    const page = await ask(`${api}/campaigns?limit=200${cursor}`, { token });
    codes.push(...itemsOf(page).map(({ code }) => String(code)));
    const next = page.json.nextCursor as string | null;
    cursor = next === null ? '' : `&cursor=${next}`;
  } while (cursor !== '');
  return codes;
}
