import { Module } from '@nestjs/common';
import { RulebookViewsController } from './rulebook-views.controller';
import { RulebookViewsQueries } from './rulebook-views.queries';

/** Lets people read the rules that decide. The rules themselves come from `RulebooksModule`, which is global. */
@Module({ controllers: [RulebookViewsController], providers: [RulebookViewsQueries] })
export class RulebookViewsModule {}
