import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { createRegistry, instant } from '../../../workflows/kernel';
import { Clock } from '../clock/clock.port';
import { VirtualClock } from '../clock/virtual-clock';
import { sha256 } from '../crypto/sha256';
import { ReadDatabase } from '../persistence/unit-of-work.port';
import { RegistryHolder } from '../runner/registry-holder';
import type { Invariant } from './invariant';
import { InvariantsModule } from './invariants.module';
import { VerifyService } from './verify.service';

const KEY = Symbol('Key');

const saying = (name: string, message?: string): Invariant => ({
  name,
  promise: 6,
  describe: { vi: 'Luôn đúng.', en: 'Always holds.' },
  check: () => Promise.resolve(message === undefined ? [] : [{ subject: name, message }]),
});

/** What is visible everywhere in an application. */
@Global()
@Module({
  providers: [
    { provide: Clock, useValue: new VirtualClock(instant('2024-01-19T07:00:00.000Z')) },
    { provide: ReadDatabase, useValue: {} },
    { provide: RegistryHolder, useValue: new RegistryHolder(createRegistry([], sha256)) },
    { provide: KEY, useValue: 'the key' },
  ],
  exports: [Clock, ReadDatabase, RegistryHolder, KEY],
})
class Surroundings {}

describe(InvariantsModule.name, () => {
  it('runs the checks it is given, and those that need something of the process', async () => {
    const injected = { inject: [KEY], useFactory: (key: string) => [saying('with-key', key)] };
    const invariants = InvariantsModule.forRoot([saying('plain')], injected);
    const app = await Test.createTestingModule({ imports: [Surroundings, invariants] }).compile();
    const { checks, ok } = await app.get(VerifyService, { strict: false }).run();
    expect(checks.map(({ name, violations }) => [name, violations.map(({ message }) => message)])).toEqual([
      ['plain', []],
      ['with-key', ['the key']],
    ]);
    expect(ok).toBe(false);
  });
});
