import { Module } from '@nestjs/common';
import { CouncilsModule } from '../councils';
import { PeopleModule } from '../people';
import { TokenDirectory } from '../platform/auth/token-directory.port';
import { RecipientDirectory } from '../reminders';
import { UnitsModule } from '../units';
import { ActorDirectory } from './actor-directory';
import { HashedTokenDirectory } from './hashed-token-directory';
import { MeController } from './me.controller';
import { SeatHoldings } from './seat-holdings';
import { SeatRecipientDirectory } from './seat-recipient-directory';
import { SeatsService } from './seats.service';
import { TokensController } from './tokens.controller';
import { TokensService } from './tokens.service';
import { UserAuthority } from './user-authority';
import { UserDirectory } from './user-directory';
import { UserReferences } from './user-references';
import { UsersController } from './users.controller';
import { UsersQueries } from './users.queries';
import { UsersService } from './users.service';

/** Accounts with their seats and tokens: who asks, and who is told. */
@Module({
  imports: [UnitsModule, PeopleModule, CouncilsModule],
  controllers: [UsersController, TokensController, MeController],
  providers: [
    UsersService,
    SeatsService,
    SeatHoldings,
    UserReferences,
    TokensService,
    UsersQueries,
    UserAuthority,
    UserDirectory,
    ActorDirectory,
    { provide: TokenDirectory, useClass: HashedTokenDirectory },
    { provide: RecipientDirectory, useClass: SeatRecipientDirectory },
  ],
  exports: [TokensService, UserDirectory, ActorDirectory, TokenDirectory, RecipientDirectory],
})
export class UsersModule {}
