import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/auth/access.decorator';
import { VerificationResponse } from './dto/verification.response';
import { VerificationsQueries } from './verifications.queries';

/** Whether a decision or an award stands, for anybody who holds the paper. */
@ApiTags('verifications')
@Controller('verifications')
export class VerificationsController {
  constructor(private readonly queries: VerificationsQueries) {}

  @Get(':code')
  @Public()
  @ApiOperation({
    summary: 'Verify a paper by the code on it',
    description: 'Without signing in. Answers what the public decision says and whether it stands. Unknown code: 404.',
  })
  @ApiParam({ name: 'code', schema: { type: 'string', maxLength: 40, example: '7KQM-2XNP-9RTW-4HJC' } })
  @ApiOkResponse({ type: VerificationResponse })
  one(@Param('code') code: string): Promise<VerificationResponse> {
    return this.queries.one(code);
  }
}
