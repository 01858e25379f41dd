import { ApiProperty } from '@nestjs/swagger';

/** The paper that proves a record. */
export class ProofResponse {
  @ApiProperty({ example: '12/QĐ-UBND' })
  readonly number: string;

  @ApiProperty({ example: 'UBND phường' })
  readonly issuer: string;

  @ApiProperty({ format: 'date' })
  readonly date: string;
}
