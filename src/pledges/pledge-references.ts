import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonReferences } from '../people';
import { refusalsWhen } from '../platform/runner/refusals';
import { PLEDGE_REFUSALS } from './pledges.errors';
import { havePlacesTogether, repointPlaces } from './pledges.repository';

/**
 * What pledges hold of people: the place of a person in a campaign. Pledges themselves keep the row that they were written
 * for, and are read through it.
 */
@Injectable()
export class PledgeReferences implements OnModuleInit {
  constructor(private readonly people: PersonReferences) {}

  onModuleInit(): void {
    this.people.register(async (tx, fromId, toId) => {
      if (await havePlacesTogether(tx, fromId, toId)) return refusalsWhen([true, PLEDGE_REFUSALS.personPledgedTwice]);
      await repointPlaces(tx, fromId, toId);
      return [];
    }, PLEDGE_REFUSALS.personPledgedTwice);
  }
}
