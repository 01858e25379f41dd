/** Which days are off is no business of the platform: a feature keeps them, and says when it knows others. */
export abstract class WorkingDays {
  /** Version of the days that this process counts with. */
  abstract version(): string;
}
