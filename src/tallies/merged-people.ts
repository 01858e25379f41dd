import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonReferences } from '../people';
import { Clock } from '../platform/clock/clock.port';
import { derivedId } from '../platform/ids/derived-id';
import { addToOutbox, type Tx } from '../platform/persistence';
import { WakeUp } from '../platform/relay/wake-up';

/** The job that counts the cases of one person again. */
export const TALLY_PERSON = 'tally-person';

/**
 * Has the cases of a person counted again when two rows become one. After the commit and not within it: whoever counts at the
 * same moment may still see two people, and comes first.
 */
@Injectable()
export class MergedPeople implements OnModuleInit {
  constructor(
    private readonly people: PersonReferences,
    private readonly clock: Clock,
    private readonly wakeUp: WakeUp,
  ) {}

  onModuleInit(): void {
    this.people.register(async (tx, fromId, toId) => {
      await this.askForCount(tx, fromId, toId);
      return [];
    });
  }

  private async askForCount(tx: Tx, fromId: string, personId: string): Promise<void> {
    const at = this.clock.now();
    // A row is merged once: the message is of that merger.
    const id = derivedId(TALLY_PERSON, fromId);
    const payload = { personId };
    await addToOutbox(tx, [{ id, job: TALLY_PERSON, payload, dedupeKey: id, availableAt: at, createdAt: at }]);
    tx.afterCommit(() => {
      this.wakeUp.ring();
    });
  }
}
