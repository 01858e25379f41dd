import type { AwardCommand } from '../../../workflows/award';
import type { Role } from '../../platform/auth/permission';
import type { DossierCommand, DossierState, DossierWay } from './dossier-states';

/** The jobs that take the cases of a dossier along. */
export type CaseStepJob = 'submit-cases' | 'receive-cases' | 'return-cases' | 'assign-cases';

/** A job that takes the cases of a dossier along. */
export interface ScheduledStep {
  readonly job: CaseStepJob;
  readonly dossierId: string;
  /** Id of the user whose command on the dossier it follows. */
  readonly by: string;
  /** Id of the last case that was dealt with, for all but the first batch. */
  readonly after?: string;
  /** Who is to appraise, where the step is an assignment. */
  readonly officerId?: string;
  /** The cases that the step is about; all of the dossier when absent. */
  readonly caseIds?: readonly string[];
}

/** What a job does with the cases of a dossier. */
export interface CaseStep {
  readonly command: AwardCommand['type'];
  /** Cases in these states are taken along; others have moved on by themselves. */
  readonly states: readonly string[];
  /** States of the dossier in which the step is still meant: a job may come late, when the dossier has turned round. */
  readonly while: readonly DossierState[];
  /** The seat whose authority was asked for when the command on the dossier was accepted, and whose it was. */
  readonly role: Role;
  readonly by: DossierWay['by'];
}

/** By job. */
export const CASE_STEPS: Readonly<Record<CaseStepJob, CaseStep>> = {
  'submit-cases': {
    command: 'award.submit',
    states: ['draft', 'returned'],
    while: ['submitted', 'received', 'complete'],
    role: 'unitOfficer',
    by: 'unit',
  },
  'receive-cases': {
    command: 'award.receive',
    states: ['submitted'],
    while: ['received', 'complete'],
    role: 'standingOffice',
    by: 'authority',
  },
  'return-cases': {
    command: 'award.return',
    states: ['submitted', 'received'],
    while: ['returned'],
    role: 'standingOffice',
    by: 'authority',
  },
  'assign-cases': {
    command: 'award.assign',
    states: ['received', 'underAppraisal'],
    while: ['complete'],
    role: 'standingOffice',
    by: 'authority',
  },
};

/** The job that follows a command on a dossier. */
export const STEP_AFTER: Readonly<Partial<Record<DossierCommand, CaseStepJob>>> = {
  'dossier.submit': 'submit-cases',
  'dossier.receive': 'receive-cases',
  'dossier.return': 'return-cases',
};
