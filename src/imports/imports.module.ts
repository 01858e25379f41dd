import { Module } from '@nestjs/common';
import { HistoryModule } from '../history';
import { OperationsModule } from '../operations';
import { PeopleModule } from '../people';
import { UnitsModule } from '../units';
import { ImportApply } from './import-apply.service';
import { ImportChecks } from './import-checks.service';
import { ImportJudges } from './import-judge';
import { ImportKinds } from './import-kinds';
import { ImportsController } from './imports.controller';
import { ImportsJobs } from './imports.jobs';
import { ImportsQueries } from './imports.queries';
import { ImportsService } from './imports.service';

/** Files of rows: tried out, looked through, applied. */
@Module({
  imports: [HistoryModule, OperationsModule, PeopleModule, UnitsModule],
  controllers: [ImportsController],
  providers: [ImportKinds, ImportJudges, ImportChecks, ImportsService, ImportApply, ImportsQueries, ImportsJobs],
  exports: [ImportsQueries],
})
export class ImportsModule {}
