import { ModulesContainer } from '@nestjs/core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '../../../workflows/kernel';
import { VirtualClock } from '../../platform/clock';
import { SeededRandomness } from '../../platform/ids';
import type { OpenRehearsalApp, RehearsalApp } from '../rehearsal-app.port';
import { AppCommands } from './app-commands';
import { AppReads } from './app-reads';
import { AppTime } from './app-time';
import { featureWorkflows } from './feature-workflows';
import type { RehearsalWorld } from './rehearsal-world';

/** Opens an application on a database that is thrown away, does the work and clears up, whatever happened. */
export async function inThrowAwayWorld<Result>(
  open: OpenRehearsalApp,
  { start, seed }: { readonly start: Instant; readonly seed: string },
  work: (world: RehearsalWorld) => Promise<Result>,
): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'thidua-rehearsal-'));
  try {
    const clock = new VirtualClock(start);
    const randomness = new SeededRandomness(seed);
    const databaseFile = join(directory, 'rehearsal.sqlite');
    const app = await open({ directory, databaseFile, synchronous: 'OFF', clock, randomness });
    try {
      return await inWorldOf(app, clock, work);
    } finally {
      await app.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Does the work in a world over an open application, whose clock is this one. */
export async function inWorldOf<Result>(
  app: RehearsalApp,
  clock: VirtualClock,
  work: (world: RehearsalWorld) => Promise<Result>,
): Promise<Result> {
  const workflows = featureWorkflows(app.get(ModulesContainer));
  const time = new AppTime(app, clock);
  await time.start();
  try {
    return await work({ time, commands: new AppCommands(app, workflows), reads: new AppReads(app, workflows) });
  } finally {
    await time.stop();
  }
}
