import { Module } from '@nestjs/common';
import { CouncilsModule } from '../councils';
import { PeopleModule } from '../people';
import { TokenDirectory } from '../platform/auth/token-directory.port';
import { RecipientDirectory } from '../reminders';
import { UnitsModule } from '../units';
import { HashedTokenDirectory } from './hashed-token-directory';
import { MeController } from './me.controller';
import { SeatRecipientDirectory } from './seat-recipient-directory';
import { SeatsService } from './seats.service';
import { TokensController } from './tokens.controller';
import { TokensService } from './tokens.service';
import { UserAuthority } from './user-authority';
import { UserDirectory } from './user-directory';
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
    TokensService,
    UsersQueries,
    UserAuthority,
    UserDirectory,
    { provide: TokenDirectory, useClass: HashedTokenDirectory },
    { provide: RecipientDirectory, useClass: SeatRecipientDirectory },
  ],
  exports: [TokensService, UserDirectory, TokenDirectory, RecipientDirectory],
})
export class UsersModule {}
