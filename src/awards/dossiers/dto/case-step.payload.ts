import { ArrayMaxSize, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

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

  /** Who is to appraise, where the step is an assignment. */
  @IsOptional()
  @IsUUID()
  readonly officerId?: string;

  /** The cases that the step is about; all of the dossier when absent. */
  @IsOptional()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  readonly caseIds?: readonly string[];
}
