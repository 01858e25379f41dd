import { Injectable } from '@nestjs/common';
import { WorkingDays } from '../platform/deadlines/working-days.port';
import { RulebooksService } from '../rulebooks';

/** The days off of config/calendar, as this process read them at its start. */
@Injectable()
export class RulebookWorkingDays extends WorkingDays {
  constructor(private readonly rulebooks: RulebooksService) {
    super();
  }

  override version(): string {
    return this.rulebooks.release().calendar.version;
  }
}
