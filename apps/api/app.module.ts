import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AdminModule } from './admin/admin.module';
import { AccountsModule } from './accounts/accounts.module';
import { CalendarModule } from './calendar/calendar.module';
import { CampaignsModule } from './campaigns/campaigns.module';
import { ClockModule } from './clock/clock.module';
import { CommandsModule } from './commands/commands.module';
import { DemoModule } from './demo/demo.module';
import { ContractPipe } from './errors/contract.pipe';
import { ProblemFilter } from './errors/problem.filter';
import { EventsModule } from './events/events.module';
import { IdentityGuard } from './identity/identity.guard';
import { RateLimiter } from './identity/rate-limiter';
import { SessionsStore } from './identity/sessions.store';
import { type Infrastructure, InfrastructureModule } from './infrastructure/infrastructure.module';
import { technicalFactsOf } from './infrastructure/technical-facts.source';
import { LookingUpModule } from './looking-up/looking-up.module';
import { NotificationsModule } from './notifications/notifications.module';
import { ObligationsModule } from './obligations/obligations.module';
import { LoadGuard } from './operations/load.guard';
import { OperationsModule } from './operations/operations.module';
import { OidcModule } from './oidc/oidc.module';
import { OrganisationModule } from './organisation/organisation.module';
import { PeopleModule } from './people/people.module';
import { SetUpModule } from './set-up/set-up.module';
import { TemplatesModule } from './templates/templates.module';

const features = [
  OperationsModule,
  SetUpModule,
  AccountsModule,
  OidcModule,
  PeopleModule,
  OrganisationModule,
  CommandsModule,
  CalendarModule,
  CampaignsModule,
  ObligationsModule,
  LookingUpModule,
  EventsModule,
  NotificationsModule,
  TemplatesModule,
  ClockModule,
  DemoModule,
];

@Module({})
export class AppModule {
  static of(infrastructure: Infrastructure): DynamicModule {
    return {
      module: AppModule,
      imports: [
        InfrastructureModule.of(infrastructure),
        AdminModule.of(technicalFactsOf(infrastructure.pool)),
        ...features,
      ],
      providers: [
        SessionsStore,
        RateLimiter,
        { provide: APP_GUARD, useClass: LoadGuard },
        { provide: APP_GUARD, useClass: IdentityGuard },
        { provide: APP_PIPE, useClass: ContractPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
