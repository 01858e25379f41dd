import { Global, Module, type DynamicModule } from '@nestjs/common';
import { createRegistry, type Workflow } from '../../../workflows/kernel';
import { sha256 } from '../crypto/sha256';
import { DeadlineStore } from '../deadlines/deadline-store';
import { CommandFace } from '../http/commands/command-face';
import { BulkDecider } from './bulk-decider';
import { BulkRunner } from './bulk-runner';
import { BulkWriter } from './bulk-writer';
import { CommandAvailability } from './command-availability';
import { CommandDispatcher } from './command-dispatcher';
import { CommandWriter } from './command-writer';
import { RegisterRunner } from './register-runner';
import { RegistryHolder } from './registry-holder';
import { WorkflowRunner } from './workflow-runner';

/** The one door for change, over the workflows that the application knows. */
@Global()
@Module({})
export class RunnerModule {
  static forRoot(workflows: readonly Workflow[]): DynamicModule {
    return {
      module: RunnerModule,
      providers: [
        { provide: RegistryHolder, useFactory: () => new RegistryHolder(createRegistry(workflows, sha256)) },
        BulkDecider,
        BulkRunner,
        BulkWriter,
        CommandAvailability,
        CommandDispatcher,
        CommandFace,
        CommandWriter,
        DeadlineStore,
        RegisterRunner,
        WorkflowRunner,
      ],
      exports: [
        CommandFace,
        BulkRunner,
        CommandAvailability,
        CommandDispatcher,
        RegisterRunner,
        RegistryHolder,
        WorkflowRunner,
        DeadlineStore,
      ],
    };
  }
}
