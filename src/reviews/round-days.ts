import { Injectable, type OnModuleInit } from '@nestjs/common';
import { metOn, type ReviewContext } from '../../workflows/review';
import { SittingDays } from '../awards';
import { loadWorkflowRows } from '../platform/runner/workflow-row';

/** The day of a round is that of its last sitting: results are not older. */
@Injectable()
export class RoundDays implements OnModuleInit {
  constructor(private readonly days: SittingDays) {}

  onModuleInit(): void {
    this.days.register(async (rows, reviewIds) => {
      const rounds = await loadWorkflowRows(rows, 'review_rounds', reviewIds);
      return rounds.map(({ snapshot }) => metOn(snapshot.context as ReviewContext));
    });
  }
}
