import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonReferences } from '../people';
import { repointUsers } from './users.repository';

/** The accounts of two rows of one person become accounts of that person. */
@Injectable()
export class UserReferences implements OnModuleInit {
  constructor(private readonly people: PersonReferences) {}

  onModuleInit(): void {
    this.people.register(async (tx, fromId, toId) => {
      await repointUsers(tx, fromId, toId);
      return [];
    });
  }
}
