import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonReferences } from '../people';
import { repointMembers } from './reviews.repository';

/** Whoever is on a roll stays on it, also when their row in the register of people turns out to be another name of one. */
@Injectable()
export class RollReferences implements OnModuleInit {
  constructor(private readonly people: PersonReferences) {}

  onModuleInit(): void {
    this.people.register(async (tx, fromId, toId) => {
      await repointMembers(tx, fromId, toId);
      return [];
    });
  }
}
