import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AnySeat } from '../platform/auth/access.decorator';
import { actorHolds, type Actor } from '../platform/auth/actor';
import { CurrentActor } from '../platform/auth/current-actor.decorator';
import { PERMISSIONS } from '../platform/auth/permission';
import { SYSTEM_SCOPE } from '../platform/auth/scope';
import { MeResponse } from './dto/me.response';
import { UsersQueries } from './users.queries';

/** Tells the signed-in user who they are here. */
@ApiTags('users')
@Controller('me')
export class MeController {
  constructor(private readonly queries: UsersQueries) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'Who I am, with the seats of today' })
  @ApiOkResponse({ type: MeResponse })
  async me(@CurrentActor() actor: Actor): Promise<MeResponse> {
    // Everybody may see their own account, whichever unit keeps it.
    const { id, login, personId, unitId, language } = await this.queries.one(SYSTEM_SCOPE, actor.id);
    const held = actor.seats.filter(({ basis }) => basis === undefined);
    const seats = held.map((seat) => ({ role: seat.role, unitId: seat.unitId, councilId: seat.councilId }));
    const permissions = PERMISSIONS.filter((permission) => actorHolds(actor, permission));
    return { id, login, personId, unitId, language, seats, permissions };
  }
}
