import { Global, Module } from '@nestjs/common';
import { RecordedHolders } from '../awards';
import { AwardHolders, HistoryModule } from '../history';

/** Gives quotas who holds a tier by decisions from outside: the history of subjects asks cases in turn, so that neither imports both. */
@Global()
@Module({
  imports: [HistoryModule],
  providers: [{ provide: RecordedHolders, useExisting: AwardHolders }],
  exports: [RecordedHolders],
})
export class RecordedHoldersModule {}
