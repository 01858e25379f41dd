import type { SchemaObject } from '@nestjs/swagger';
import type { Label } from '../../../../workflows/kernel';

/** What one value must be: for the check, for the message and for the API's description alike. */
export interface FieldRule {
  /** Stable, in the problem: `LOCAL_DATE`. */
  readonly code: string;
  readonly message: Label;
  readonly schema: SchemaObject;
  readonly accepts: (value: unknown) => boolean;
  /** The form in which an accepted value goes on: canonical digits, composed letters. */
  readonly take?: (value: unknown) => unknown;
}

/** What a field may be besides the rule, and how the API describes it. */
export interface FieldOptions {
  readonly description?: string;
  readonly example?: unknown;
  /** The field may be left out. */
  readonly optional?: boolean;
  /** The field may be null. */
  readonly nullable?: boolean;
}
