import {
  Body,
  Controller,
  Get,
  HttpCode,
  Injectable,
  Module,
  Post,
  Query,
  Res,
  type OnModuleInit,
} from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, AnySeat } from '../../src/platform/auth/access.decorator';
import { actorMay, type Actor, type Seat } from '../../src/platform/auth/actor';
import { CurrentActor, CurrentScope } from '../../src/platform/auth/current-actor.decorator';
import type { Scope } from '../../src/platform/auth/scope';
import { TokenDirectory } from '../../src/platform/auth/token-directory.port';
import { NotFoundError } from '../../src/platform/errors/platform.errors';
import { HealthModule } from '../../src/platform/health/health.module';
import {
  availableCommandsResponse,
  AvailableCommandsResponse,
} from '../../src/platform/http/commands/available-commands';
import { commandBody, type CommandOf } from '../../src/platform/http/commands/command-body';
import { toHttp } from '../../src/platform/http/commands/command-reply';
import type { CommandResponse } from '../../src/platform/http/commands/command-response';
import { CommandRoute } from '../../src/platform/http/commands/command-route.decorator';
import { IdempotencyKey } from '../../src/platform/http/headers/idempotency-key.decorator';
import { IfMatch } from '../../src/platform/http/headers/if-match.decorator';
import { keysetPage, pageOf, type Page } from '../../src/platform/http/pages/keyset-page';
import { ApiPage } from '../../src/platform/http/pages/page.decorator';
import type { Problem } from '../../src/platform/http/problems/problem';
import { IdParam } from '../../src/platform/http/validators';
import { PersistenceError } from '../../src/platform/persistence/persistence.errors';
import { CommandDispatcher } from '../../src/platform/runner/command-dispatcher';
import type { CommandResult } from '../../src/platform/runner/command-result';
import type { CommandForm, FeatureCommands } from '../../src/platform/runner/feature-commands';
import { RegistryHolder } from '../../src/platform/runner/registry-holder';
import { NoInput } from '../../src/platform/validation/no-input';
import { campaignWorkflow, type CampaignFacts } from '../../workflows/campaign';
import { availableCommands, createRegistry, decide, instant, localDate, type Snapshot } from '../../workflows/kernel';
import { CampaignQuery, PlanRequest, ReasonedRequest, WindowRequest } from './http-platform.requests';

export const UNIT_ID = '018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e5f';
export const CAMPAIGN_ID = '018d1e5a-2f00-7c3b-9f6e-0a1b2c3d4e60';

const seat = (role: Seat['role']): Seat => ({ role, unitId: UNIT_ID, unitPath: `/${UNIT_ID}/`, councilId: null });
const holder = (id: string, ...seats: readonly Seat[]): Actor => ({ id, personId: id, isSystem: false, seats });

/** Whose the tokens are. */
export const HOLDERS: Readonly<Record<string, Actor>> = {
  'token-of-office': holder('office', seat('standingOffice')),
  'token-of-head': holder('head', seat('decidingAuthority')),
  'token-of-officer': holder('officer', seat('unitOfficer')),
  'token-of-nobody': holder('nobody'),
};

@Injectable()
class ListedTokens extends TokenDirectory {
  async actorOf(token: string): Promise<Actor | null> {
    return HOLDERS[token] ?? null;
  }
}

const FACTS: CampaignFacts = {
  openPledgeCount: 0,
  openCaseCount: 0,
  decidedCaseCount: 2,
  release: 'r1',
  workflowIds: [],
  unknownUnitIds: [],
  codeIsTaken: false,
  repeatedCodes: [],
  faultyMeasures: [],
  strayAllocations: [],
  strayGroups: [],
  strayOffices: [],
  parent: 'none' as const,
  parentDepth: 0,
  strayUnitIds: [],
};

const command = (type: string, by: string, input: object) => ({
  type,
  at: instant('2024-01-19T07:00:00.000Z'),
  by,
  input,
  facts: FACTS,
});

/** Stands in for a feature's service: decides by the real machine, keeps one campaign in memory. */
@Injectable()
export class FakeCampaigns {
  snapshot: Snapshot = { state: 'approved', context: campaignContext() };
  version = 3;
  private readonly answers = new Map<string, CommandResult>();

  run(request: {
    key: string;
    actor: Actor;
    type: string;
    input: object;
    expected: number | undefined;
  }): CommandResult {
    const before = this.answers.get(request.key);
    if (before?.outcome === 'accepted') return { ...before, isRepeat: true };
    if (request.expected !== undefined && request.expected !== this.version) {
      return { outcome: 'stale', version: this.version };
    }
    const permissions = campaignWorkflow.transitions.find(this.snapshot.state, request.type)?.permissions ?? [];
    if (permissions.length > 0 && !actorMay(request.actor, permissions, `/${UNIT_ID}/`)) {
      return { outcome: 'forbidden', permissions };
    }
    const decision = decide(campaignWorkflow, this.snapshot, command(request.type, request.actor.id, request.input));
    if (decision.outcome === 'refused') return decision;
    this.snapshot = decision.snapshot;
    this.version += 1;
    const answer: CommandResult = {
      outcome: 'accepted',
      id: CAMPAIGN_ID,
      version: this.version,
      state: this.snapshot.state,
      isRepeat: false,
    };
    this.answers.set(request.key, answer);
    return answer;
  }
}

function campaignContext(): object {
  return {
    kind: 'thematic',
    periodType: 'calendarYear',
    startsOn: localDate('2024-01-01'),
    endsOn: localDate('2024-12-31'),
    issuerIds: [UNIT_ID],
    planRevision: 1,
    measureCount: 1,
    unitCount: 1,
    approval: null,
    rulebookRelease: null,
    workflowIds: [],
    registration: { status: 'none', closesOn: null },
    reportRequests: [],
    interimReviewDates: [],
    awardCycles: [],
  };
}

export const campaignCommands = commandBody(
  {
    'campaign.launch': NoInput,
    'campaign.cancel': ReasonedRequest,
    'campaign.openRegistration': WindowRequest,
  },
  campaignWorkflow,
);

/** Makes the commands known, as a feature does. They run in the controller. */
@Injectable()
class DescribedCampaigns implements FeatureCommands, OnModuleInit {
  readonly forms: Readonly<Record<string, CommandForm>> = Object.fromEntries(
    Object.entries(campaignCommands.inputs).map(([type, input]) => [type, { input }]),
  );

  constructor(private readonly dispatcher: CommandDispatcher) {}

  onModuleInit(): void {
    this.dispatcher.register(this);
  }

  execute(): Promise<CommandResult> {
    throw new Error('runs in the controller');
  }
}

class CampaignListItem {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: 'integer' })
  readonly year: number;

  @ApiProperty({ nullable: true, type: 'string', enum: ['a', 'b'] })
  readonly kind: string | null;
}

const ROWS = Array.from({ length: 5 }, (_, index) => ({
  id: `c${index}`,
  year: 2020 + Math.floor(index / 2),
  kind: null,
}));
const BY_YEAR = { name: 'campaigns.year', sortColumn: 'year', idColumn: 'id', direction: 'asc' } as const;

@Controller('campaigns')
class CampaignsController {
  constructor(private readonly campaigns: FakeCampaigns) {}

  @Get()
  @AnySeat()
  @ApiPage(CampaignListItem)
  list(@Query() query: CampaignQuery, @CurrentScope() scope: Scope): Page<CampaignListItem> {
    if (scope.unitPaths.length === 0) throw new Error('a scope is missing');
    const { where, limit } = keysetPage(BY_YEAR, query);
    const [year = 0, id = ''] = where.params as [number, string] | [];
    const after = ROWS.filter((row) => row.year > year || (row.year === year && row.id > id));
    return pageOf(BY_YEAR, query, after.slice(0, limit), {
      key: (row) => ({ value: row.year, id: row.id }),
      item: (row) => row,
    });
  }

  @Post()
  @Allow('campaign.prepare')
  open(@Body() plan: PlanRequest, @Res({ passthrough: true }) reply: FastifyReply): CommandResponse | Problem {
    void reply.header('x-target', plan.target);
    const result = { outcome: 'accepted', id: CAMPAIGN_ID, version: 1, state: 'draft', isRepeat: false } as const;
    return toHttp(result, reply, { workflow: campaignWorkflow, created: { collection: '/api/v1/campaigns' } });
  }

  @Get(':id/commands')
  @AnySeat()
  commands(@IdParam() id: string, @CurrentActor() actor: Actor): AvailableCommandsResponse {
    if (id !== CAMPAIGN_ID) throw new NotFoundError('campaign', id);
    const commands = availableCommands(campaignWorkflow, this.campaigns.snapshot, command('', actor.id, {}));
    return availableCommandsResponse(campaignWorkflow, commands, (permissions) =>
      actorMay(actor, permissions, `/${UNIT_ID}/`),
    );
  }

  @CommandRoute(campaignCommands)
  @Allow('campaign.run', 'campaign.direct')
  command(
    @IdParam() id: string,
    @Body(campaignCommands.pipe) { type, input }: CommandOf<typeof campaignCommands>,
    @IdempotencyKey() key: string,
    @IfMatch() expected: number | undefined,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): CommandResponse | Problem {
    if (id !== CAMPAIGN_ID) throw new NotFoundError('campaign', id);
    return toHttp(this.campaigns.run({ key, actor, type, input, expected }), reply, { workflow: campaignWorkflow });
  }

  @Post(':id/amend')
  @HttpCode(200)
  @Allow('campaign.run')
  amend(
    @IdParam() _id: string,
    @IfMatch({ required: true }) seen: number | undefined,
  ): { readonly seen: number | null } {
    return { seen: seen ?? null };
  }
}

/** Lets a test hold a request open. */
export class Gate {
  private readonly entered: (() => void)[] = [];
  private release: () => void = () => undefined;
  private readonly opened = new Promise<void>((resolve) => {
    this.release = resolve;
  });

  whenEntered(): Promise<void> {
    return new Promise((resolve) => this.entered.push(resolve));
  }

  async pass(): Promise<void> {
    this.entered.forEach((resolve) => resolve());
    await this.opened;
  }

  open(): void {
    this.release();
  }
}

/** What the readiness checks say; what was let go of while stopping. */
export class Switches {
  isDatabaseWell = true;
  isDestroyed = false;

  onModuleDestroy(): void {
    this.isDestroyed = true;
  }
}

@Controller('faults')
class FaultsController {
  constructor(
    private readonly gate: Gate,
    private readonly switches: Switches,
  ) {}

  @Get('bug')
  @AnySeat()
  bug(): never {
    throw new Error('SECRET of the inside');
  }

  @Get('database')
  @AnySeat()
  database(): never {
    throw new PersistenceError('PERSISTENCE.OUT_OF_REACH', { file: 'SECRET.sqlite' });
  }

  @Get('slow')
  @AnySeat()
  async slow(): Promise<{ readonly isDestroyed: boolean }> {
    await this.gate.pass();
    return { isDestroyed: this.switches.isDestroyed };
  }
}

@Module({
  providers: [
    FakeCampaigns,
    DescribedCampaigns,
    CommandDispatcher,
    {
      provide: RegistryHolder,
      useFactory: () => new RegistryHolder(createRegistry([campaignWorkflow], (text) => text)),
    },
    Gate,
    Switches,
    { provide: TokenDirectory, useClass: ListedTokens },
  ],
  controllers: [CampaignsController, FaultsController],
  exports: [Switches],
})
class TinyFeatures {}

/** Two controllers, a command route over the real campaign machine, and health. */
@Module({
  imports: [
    TinyFeatures,
    HealthModule.with({
      imports: [TinyFeatures],
      inject: [Switches],
      useFactory: (switches: Switches) => [
        {
          name: 'database',
          check: async () => {
            if (!switches.isDatabaseWell) throw new PersistenceError('PERSISTENCE.OUT_OF_REACH');
            return { lagMs: 1 };
          },
        },
      ],
    }),
  ],
})
export class TinyModule {}
