import { Injectable, type OnModuleInit } from '@nestjs/common';
import { localDateOf } from '../../workflows/kernel';
import type { ReviewKind } from '../../workflows/review';
import { Clock } from '../platform/clock/clock.port';
import type { RowReader } from '../platform/persistence';
import { ReminderSubjects } from '../reminders';
import { RollDirectory } from './hosts/roll-directory';
import { peopleOnRoll } from './reviews.repository';

interface Round {
  readonly id: string;
  readonly councilId: string;
  readonly kind: ReviewKind;
  readonly state: string;
}

/**
 * Tells reminders what a round is called and who sits in it: of a standing committee the part that holds its seats, of a
 * cluster its delegates; with members those who may come in their place; once a ballot is open, whoever is on the roll.
 */
@Injectable()
export class RoundReminders implements OnModuleInit {
  constructor(
    private readonly subjects: ReminderSubjects,
    private readonly hosts: RollDirectory,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register('review', async (rows, id) => {
      const [round] = await rows.rows<Round>(
        'SELECT id, council_id AS "councilId", kind, state FROM review_rounds WHERE id = ?',
        [id],
      );
      const host = round && (await this.hosts.hostOf(rows, round.councilId));
      if (!round || !host) return undefined;
      return { name: host.name, councilId: round.councilId, personIds: await this.peopleOf(rows, round) };
    });
  }

  private async peopleOf(rows: RowReader, { id, councilId: hostId, kind, state }: Round): Promise<readonly string[]> {
    if (state === 'voting') return peopleOnRoll(rows, id);
    const today = localDateOf(this.clock.now());
    const members = await this.hosts.membersOn(rows, { hostId, kind }, today);
    const sitting = new Set(members.map(({ memberId }) => memberId));
    const delegates = await this.hosts.delegatesOn(rows, hostId, today);
    return [...members, ...delegates.filter(({ memberId }) => sitting.has(memberId))].map(({ personId }) => personId);
  }
}
