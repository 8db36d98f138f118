import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module';
import { IdentityProvider } from './identity-provider';
import { OidcController } from './oidc.controller';
import { OidcService } from './oidc.service';
import { OidcStore } from './oidc.store';

@Module({
  imports: [AccountsModule],
  controllers: [OidcController],
  providers: [IdentityProvider, OidcService, OidcStore],
})
export class OidcModule {}
