import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WaitingThings, type WaitingKind } from '../reminders';

/** Members on the roll of an open item who have not voted; who has is shown to nobody but the member. */
const ROUND_TO_VOTE: WaitingKind = {
  kind: 'roundToVote',
  label: { vi: 'Phiên họp chờ bỏ phiếu', en: 'Rounds to vote in' },
  subjectKind: 'review',
  commands: ['review.cast'],
  select: ({ actor: { personId } }) =>
    personId === null
      ? undefined
      : {
          // A written round is waited for until its last day for answers, a sitting on its day.
          sql: `SELECT r.id, r.unit_id, r.campaign_id, COALESCE(d.due_on, r.meets_on) AS due_on
            FROM review_rounds r JOIN review_members m ON m.review_id = r.id
            LEFT JOIN deadlines d ON d.stream_id = r.id AND d.deadline_key = 'answersDue' AND d.status = 'armed'
            WHERE m.person_id = ? AND r.state = 'voting' AND EXISTS (
              SELECT 1 FROM review_items i JOIN roll_entries e ON e.item_id = i.id AND e.vote_round = i.vote_round
              WHERE i.review_id = r.id AND i.status = 'open' AND e.member_id = m.member_id AND e.kind = 'ballots'
                AND e.has_voted = 0)`,
          params: [personId],
        },
};

/** What waits for somebody in review rounds. */
@Injectable()
export class ReviewWaiting implements OnModuleInit {
  constructor(private readonly waiting: WaitingThings) {}

  onModuleInit(): void {
    this.waiting.register(ROUND_TO_VOTE);
  }
}
