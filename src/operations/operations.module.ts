import { Module } from '@nestjs/common';
import { UsersModule } from '../users';
import { BulkController } from './bulk/bulk.controller';
import { BulkJobs } from './bulk/bulk-jobs.service';
import { BulkPreviews } from './bulk/bulk-previews.service';
import { BulkSender } from './bulk/bulk-sender';
import { BulkTargetsReader } from './bulk/bulk-targets';
import { LongJobKinds } from './long-job-kinds';
import { LongJobSteps } from './long-job-steps.service';
import { LongJobs } from './long-jobs';
import { LongJobsController } from './long-jobs.controller';
import { LongJobsJobs } from './long-jobs.jobs';
import { LongJobsQueries } from './long-jobs.queries';
import { LongJobsService } from './long-jobs.service';

const bulk = [BulkTargetsReader, BulkSender, BulkPreviews, BulkJobs];

/** Long work: taken in, done step by step, watched, cancelled. */
@Module({
  imports: [UsersModule],
  controllers: [LongJobsController, BulkController],
  providers: [LongJobs, LongJobKinds, LongJobSteps, LongJobsJobs, LongJobsQueries, LongJobsService, ...bulk],
  exports: [LongJobs, LongJobKinds, LongJobSteps, LongJobsQueries],
})
export class OperationsModule {}
