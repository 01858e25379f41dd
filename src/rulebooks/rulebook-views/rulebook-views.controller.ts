import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { AnySeat } from '../../platform/auth/access.decorator';
import { RulebookListResponse, RulebookResponse } from './dto/rulebook.response';
import { RulebookViewsQueries } from './rulebook-views.queries';

/** The rules in force over HTTP. They are the same for everybody: the law is public. */
@ApiTags('rulebooks')
@Controller('rulebooks')
export class RulebookViewsController {
  constructor(private readonly queries: RulebookViewsQueries) {}

  @Get()
  @AnySeat()
  @ApiOperation({ summary: 'The rulebooks, by their dates, and how sure their rows are' })
  @ApiOkResponse({ type: RulebookListResponse })
  list(): RulebookListResponse {
    return this.queries.list();
  }

  @Get(':id')
  @AnySeat()
  @ApiOperation({
    summary: 'A rulebook with every row and its source',
    description: 'Each row names its article and whether the text of it was seen.',
  })
  @ApiParam({ name: 'id', example: 'vn-r3' })
  @ApiOkResponse({ type: RulebookResponse })
  one(@Param('id') id: string): RulebookResponse {
    return this.queries.one(id);
  }
}
