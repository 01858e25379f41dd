import { Injectable } from '@nestjs/common';
import type { Snapshot } from '../../../workflows/kernel';
import type { ReviewContext } from '../../../workflows/review';
import { CaseDirectory } from '../../awards';
import { SubjectDirectory } from '../../people';
import { actorHolds, type Actor } from '../../platform/auth/actor';
import { ROLE_PERMISSIONS, type Permission } from '../../platform/auth/permission';
import { coveredBy, scopeOf } from '../../platform/auth/scope';
import { NotFoundError } from '../../platform/errors/platform.errors';
import { placeholders, ReadDatabase } from '../../platform/persistence';
import { RollDirectory } from '../hosts/roll-directory';
import { countMinutesOf, minutesOf, type MinutesSource } from './minutes';
import type { CountMinutesResponse, MinutesMember, MinutesResponse } from './minutes.response';

/** Who may read minutes, which name people: those who sit, keep, and audit. */
export const MINUTES_READERS = ['review.keep', 'review.chair', 'review.vote', 'audit.read'] as const;

/** Draws minutes from what is stored; it stores nothing, so that figures cannot differ between screen and paper. */
@Injectable()
export class MinutesQueries {
  constructor(
    private readonly reads: ReadDatabase,
    private readonly hosts: RollDirectory,
    private readonly subjects: SubjectDirectory,
    private readonly cases: CaseDirectory,
  ) {}

  /** The minutes of a round. Throws NotFoundError, also when the actor's seats do not cover it. */
  async minutes(actor: Actor, id: string): Promise<MinutesResponse> {
    return minutesOf(await this.sourceOf(actor, id));
  }

  /** The minutes of the count. Throws NotFoundError, also when the actor's seats do not cover the round. */
  async countMinutes(actor: Actor, id: string): Promise<CountMinutesResponse> {
    return countMinutesOf(await this.sourceOf(actor, id));
  }

  private async sourceOf(actor: Actor, id: string): Promise<MinutesSource> {
    const covered = readableBy(actor);
    const [row] = await this.reads.rows<{ snapshot: string }>(
      `SELECT snapshot FROM review_rounds WHERE id = ? AND ${covered.sql}`,
      [id, ...covered.params],
    );
    if (!row) throw new NotFoundError('review', id);
    const { state, context } = JSON.parse(row.snapshot) as Snapshot<ReviewContext>;
    const host = await this.hosts.hostOf(this.reads, context.councilId);
    return {
      reviewId: id,
      state,
      context,
      host: host?.name ?? '',
      members: await this.membersOf(id, context),
      titles: await this.titlesOf(context),
      voted: await this.votedIn(id),
    };
  }

  /** Everybody on the roll by the day of the last sitting, or who is invited before there was one. */
  private async membersOf(id: string, context: ReviewContext): Promise<readonly MinutesMember[]> {
    const { councilId: hostId, kind, sittings, meetsOn } = context;
    const invited = await this.hosts.membersOn(this.reads, { hostId, kind }, sittings.at(-1)?.on ?? meetsOn);
    const seated = await this.reads.rows<{ memberId: string; personId: string }>(
      'SELECT member_id AS "memberId", person_id AS "personId" FROM review_members WHERE review_id = ?',
      [id],
    );
    const seats = new Map(invited.map((member) => [member.memberId, member.seat]));
    const members = seated.length > 0 ? seated : invited;
    const people = members.map(({ personId }) => ({ kind: 'person' as const, id: personId }));
    const labels = await this.subjects.labelsOf(this.reads, people);
    const named = members.map(({ memberId }, index) => ({
      memberId,
      name: labels[index]?.name ?? '',
      seat: seats.get(memberId) ?? 'member',
    }));
    const order = context.roll?.memberIds ?? invited.map(({ memberId }) => memberId);
    return named.sort((a, b) => order.indexOf(a.memberId) - order.indexOf(b.memberId));
  }

  private async titlesOf({ items }: ReviewContext): Promise<ReadonlyMap<string, string>> {
    const cases = await this.cases.summariesOf(
      this.reads,
      Object.values(items).flatMap(({ caseId }) => caseId ?? []),
    );
    const subjects = [...cases.values()].map(({ id, subjectKind: kind, subjectId }) => ({ id, kind, subjectId }));
    const labels = await this.subjects.labelsOf(
      this.reads,
      subjects.map(({ kind, subjectId }) => ({ kind, id: subjectId })),
    );
    return new Map(subjects.map(({ id }, index) => [id, labels[index]?.name ?? '']));
  }

  private votedIn(id: string): Promise<{ memberId: string; kind: string }[]> {
    return this.reads.rows(
      `SELECT DISTINCT member_id AS "memberId", kind FROM roll_entries
       WHERE review_id = ? AND has_voted = 1 ORDER BY member_id, kind`,
      [id],
    );
  }
}

/** Seats at the unit or above it; and seats in this very council, whose rounds are not those of another one beside it. */
function readableBy(actor: Actor): { readonly sql: string; readonly params: readonly string[] } {
  const readers: readonly Permission[] = MINUTES_READERS;
  if (actor.isSystem || !readers.some((permission) => actorHolds(actor, permission)))
    return { sql: '1 = 0', params: [] };
  const seats = actor.seats.filter(({ role }) => ROLE_PERMISSIONS[role].some((held) => readers.includes(held)));
  const ofUnits = coveredBy(
    scopeOf({ ...actor, seats: seats.filter(({ councilId }) => councilId === null) }),
    'unit_path',
  );
  const councilIds = seats.flatMap(({ councilId }) => councilId ?? []);
  if (councilIds.length === 0) return { sql: ofUnits.sql, params: ofUnits.params as readonly string[] };
  return {
    sql: `(${ofUnits.sql} OR council_id IN ${placeholders(councilIds.length)})`,
    params: [...(ofUnits.params as readonly string[]), ...councilIds],
  };
}
