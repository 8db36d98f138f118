import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { confirmTotp, totpBegun, totpConfirmed, totpState } from '@rectify/contracts';
import type { PersonId } from '@rectify/domain';
import type { z } from 'zod';
import { Asking, ForSessions, Me, Signing, type Principal } from '../identity/principal';
import { Changing, ChangingSilently, Reading } from '../operations/documented';
import { TotpService } from './totp.service';

@ApiTags('session')
@ForSessions()
@Controller('api/totp')
export class TotpController {
  constructor(private readonly totp: TotpService) {}

  @Get()
  @Reading("The caller's second factor", totpState)
  state(@Me() personId: PersonId) {
    return this.totp.state(personId);
  }

  @Signing()
  @Post()
  @Changing('Begin a second factor: a secret for an authenticator, shown this once', totpBegun, {
    status: 201,
    refuses: ['TOTP_NOT_OFFERED', 'TOTP_ON'],
  })
  begin(@Asking() principal: Principal) {
    return this.totp.begin(principal);
  }

  @Post('confirm')
  @Changing('Put it in force with its first code; the recovery codes are shown this once', totpConfirmed, {
    refuses: ['TOTP_NOT_BEGUN', 'TOTP_ON', 'WRONG_CODE', 'SIGN_IN_DELAYED'],
  })
  confirm(@Me() personId: PersonId, @Body({ schema: confirmTotp }) { code }: z.infer<typeof confirmTotp>) {
    return this.totp.confirm(personId, code);
  }

  @Signing()
  @Delete()
  @ChangingSilently('End the second factor')
  end(@Me() personId: PersonId): Promise<void> {
    return this.totp.end(personId);
  }
}
