import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

/** What the jobs over the cases of a dossier carry. */
export class CaseStepPayload {
  @IsUUID()
  readonly dossierId: string;

  /** A user, or `system`. */
  @IsString()
  @MaxLength(36)
  readonly by: string;

  /** Id of the last case of the batch before. */
  @IsOptional()
  @IsUUID()
  readonly after?: string;
}
