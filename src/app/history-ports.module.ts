import { Global, Module } from '@nestjs/common';
import { AwardsModule, SubjectCaseDirectory } from '../awards';
import { SubjectCases } from '../history';

/** Gives the history of subjects what cases know of them: cases may ask that history in turn, so that neither imports both. */
@Global()
@Module({
  imports: [AwardsModule],
  providers: [{ provide: SubjectCases, useExisting: SubjectCaseDirectory }],
  exports: [SubjectCases],
})
export class HistoryPortsModule {}
