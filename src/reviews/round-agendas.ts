import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Agendas } from '../awards';

/** A list goes onto the agenda of a round of the same unit which has not begun. */
@Injectable()
export class RoundAgendas implements OnModuleInit {
  constructor(private readonly agendas: Agendas) {}

  onModuleInit(): void {
    this.agendas.register(async (rows, reviewId, unitPath) => {
      const found = await rows.rows<{ id: string }>(
        `SELECT id FROM review_rounds WHERE id = ? AND unit_path = ? AND state = 'scheduled'`,
        [reviewId, unitPath],
      );
      return found.length > 0;
    });
  }
}
