import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { BareSqlite, floorTransaction, setUpFloor } from './bare-sqlite';
import { openCampaignApp } from './campaign-app';
import type { ClosableContest } from './command.bench';

const BLOCK = 160;
const OPEN = { type: 'campaign.openRegistration', input: { closesOn: null } };
const CLOSE = { type: 'campaign.closeRegistration', input: {} };
/** Requests on their way at once: enough to keep one process busy. */
const CONCURRENCY = 4;

/** A durable command over HTTP against a bare Nest and Fastify route that runs the floor's transaction. */
export async function httpContest(directory: string): Promise<ClosableContest> {
  const ours = await openCampaignApp(join(directory, 'http'), CONCURRENCY);
  const bare = await BareSqlite.open(join(directory, 'floor.sqlite'));
  await setUpFloor(bare);
  const theirs = await openBareApp(bare);
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const post = (url: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<void> =>
    send(agent, url, JSON.stringify(body), headers);
  /** Whether the registration of each client's campaign is open. */
  const turns = Array.from({ length: CONCURRENCY }, () => false);
  let count = 0;
  return {
    name: 'http',
    unit: 'requests/s',
    reference: 'a bare Nest and Fastify route with one update and two inserts in one transaction',
    target: 0.4,
    blockSize: BLOCK,
    ours: () =>
      inParallel(BLOCK, (client) => {
        count += 1;
        const body = turns[client] ? CLOSE : OPEN;
        turns[client] = !turns[client];
        const key = { 'idempotency-key': `bench-${count}` };
        return post(ours.commandUrls[client] ?? '', body, { ...ours.headers, ...key });
      }),
    theirs: (block) => inParallel(BLOCK, (_, index) => post(theirs.url, { id: `${block}-${index}` })),
    close: async () => {
      agent.destroy();
      await ours.close();
      await theirs.app.close();
      await bare.close();
    },
  };
}

async function openBareApp(bare: BareSqlite): Promise<{ readonly app: NestFastifyApplication; readonly url: string }> {
  // The single connection takes one transaction at a time, as ours does.
  let turn: Promise<void> = Promise.resolve();

  @Controller('bare')
  class BareController {
    @Post()
    async run(@Body() body: { readonly id: string }): Promise<{ readonly id: string }> {
      turn = turn.then(() => floorTransaction(bare, body.id));
      await turn;
      return { id: body.id };
    }
  }

  @Module({ controllers: [BareController] })
  class BareModule {}

  const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  return { app, url: `${await app.getUrl()}/bare` };
}

/** Each client sends one request after the other; all together send so many. */
async function inParallel(total: number, work: (client: number, index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const client = async (_: unknown, number: number): Promise<void> => {
    while (next < total) await work(number, (next += 1));
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, client));
}

function send(agent: Agent, url: string, body: string, headers: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('end', () => {
          if (answer.statusCode === 200 || answer.statusCode === 201) resolve();
          else reject(new Error(`${url} answered ${String(answer.statusCode)}: ${text}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
