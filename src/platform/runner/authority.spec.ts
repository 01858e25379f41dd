import type { RegisteredWorkflow } from '../../../workflows/kernel';
import type { Actor } from '../auth/actor';
import { missingPermissions } from './authority';
import type { FeatureWorkflow } from './feature-workflow';
import type { WorkflowRow } from './workflow-row';

const workflow = {
  transitions: {
    opening: { permissions: ['review.prepare'] },
    find: (_: string, type: string) => (type === 'review.vote' ? { permissions: ['review.vote'] } : undefined),
  },
} as unknown as RegisteredWorkflow;

const row = { snapshot: { state: 'voting', context: {} } } as WorkflowRow;
const feature = { councilOf: () => 'council' } as unknown as FeatureWorkflow;

const member = (councilId: string): Actor => ({
  id: 'member',
  personId: null,
  isSystem: false,
  seats: [{ role: 'councilMember', unitId: 'city', unitPath: '/city/', councilId }],
});

describe(missingPermissions.name, () => {
  const ask = (actor: Actor, type: string, of = feature): readonly string[] | undefined =>
    missingPermissions(of, workflow, { actor, type, row, path: '/city/' });

  it('lets a seat in a council act in that council and in no other', () => {
    expect(ask(member('council'), 'review.vote')).toBeUndefined();
    expect(ask(member('another'), 'review.vote')).toEqual(['review.vote']);
    expect(ask(member('council'), 'review.vote', {} as FeatureWorkflow)).toEqual(['review.vote']);
  });

  it('leaves a command that does not fit the state to the decision, which says so', () => {
    expect(ask(member('another'), 'review.open')).toBeUndefined();
  });

  it('asks for the permission of the opening where there is no instance yet', () => {
    const question = { actor: member('council'), type: 'review.schedule', row: undefined, path: '/city/' };
    expect(missingPermissions(feature, workflow, question)).toEqual(['review.prepare']);
  });
});
