import type { Citation } from '../kernel';

/** How sure a row is: its text was seen, was seen only in a copy or a report, or was not seen. */
export type RuleStatus = Citation['status'];

/** What every row carries. A row made of several facts has the status of the weakest of them. */
export interface Cited {
  /** The article, in Vietnamese as it is quoted. */
  readonly citation: string;
  readonly status: RuleStatus;
  /** True where the law leaves the matter to the council: the value is then a default that the council may change. */
  readonly councilChoice: boolean;
}

export type SubjectKind = 'person' | 'collective' | 'household';

/** The level of a seat. `unit` is any unit with legal personality below: a department, a school, an enterprise. */
export type GovernmentLevel = 'state' | 'province' | 'district' | 'commune' | 'unit';
