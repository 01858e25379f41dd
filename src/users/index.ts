import type { Schema } from '../platform/persistence';
import { ApiToken } from './api-token.entity';
import { CreateUsers1767225600105 } from './migrations/1767225600105-create-users';
import { CreateSeats1767225600106 } from './migrations/1767225600106-create-seats';
import { CreateApiTokens1767225600107 } from './migrations/1767225600107-create-api-tokens';
import { SeatRow } from './seat.entity';
import { User } from './user.entity';

export { ActorDirectory } from './actor-directory';
export { TokensService, type IssuedToken, type TokenRequest } from './tokens.service';
export type { SeatHeld } from './seats-held.repository';
export { UserDirectory } from './user-directory';
export { UsersModule } from './users.module';

/** The tables of users. */
export const usersSchema: Schema = {
  entities: [User, SeatRow, ApiToken],
  migrations: [CreateUsers1767225600105, CreateSeats1767225600106, CreateApiTokens1767225600107],
};
