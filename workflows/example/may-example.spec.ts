import {
  EXAMPLE_COMMANDS,
  exampleAfter,
  exampleAfterConsent,
  mayExample,
  statesCounted,
  type ExampleCommand,
  type ExampleFacts,
  type ExampleFault,
} from './may-example';
import { EXAMPLE_STATES, type ExampleState } from './example.types';

const person: ExampleFacts = { kind: 'person', state: 'accepted', consent: 'given', isErased: false };
const model: ExampleFacts = { kind: 'model', state: 'accepted', consent: 'notAsked', isErased: false };

describe(mayExample.name, () => {
  const possible = (state: ExampleState): readonly ExampleCommand[] =>
    EXAMPLE_COMMANDS.filter((command) => mayExample(command, { ...person, state }).length === 0);
  const ALWAYS = ['example.noteConsent', 'example.withdraw', 'example.link', 'example.unlink'];

  it.each([
    ['found', ['example.correct', 'example.propose', ...ALWAYS]],
    ['proposed', ['example.accept', 'example.decline', ...ALWAYS]],
    ['accepted', ['example.noteConsent', 'example.publish', ...ALWAYS.slice(1)]],
    ['declined', ['example.correct', 'example.propose', ...ALWAYS]],
    ['published', ['example.noteConsent', 'example.publish', ...ALWAYS.slice(1)]],
    ['withdrawn', []],
  ] as const)('allows of what is %s: %j', (state, commands) => {
    expect(possible(state)).toEqual(commands);
  });

  const refused: readonly (readonly [string, ExampleCommand, ExampleFacts, readonly ExampleFault[]])[] = [
    ['publishes nobody who was not asked', 'example.publish', { ...person, consent: 'notAsked' }, ['consentMissing']],
    [
      'publishes no household that refused',
      'example.publish',
      { ...person, kind: 'household', consent: 'refused' },
      ['consentMissing'],
    ],
    ['publishes a model without asking', 'example.publish', model, []],
    ['publishes a collective without asking', 'example.publish', { ...model, kind: 'collective' }, []],
    ['asks no model', 'example.noteConsent', model, ['nobodyToAsk']],
    ['says nothing more of the erased', 'example.link', { ...person, isErased: true }, ['erased']],
    ['ends the example of the erased', 'example.withdraw', { ...person, isErased: true }, []],
    [
      'says every reason',
      'example.publish',
      { ...person, state: 'withdrawn', consent: 'withdrawn', isErased: true },
      ['notInState', 'erased', 'consentMissing'],
    ],
  ];

  it.each(refused)('%s', (_, command, facts, faults) => {
    expect(mayExample(command, facts)).toEqual(faults);
  });
});

describe(exampleAfter.name, () => {
  it('moves by what decides and by nothing else', () => {
    expect(EXAMPLE_COMMANDS.map((command) => exampleAfter(command, 'declined'))).toEqual([
      'declined',
      'proposed',
      'accepted',
      'declined',
      'declined',
      'published',
      'withdrawn',
      'declined',
      'declined',
    ]);
  });
});

describe(exampleAfterConsent.name, () => {
  it('takes down what is published when consent is taken back, and nothing else', () => {
    expect(EXAMPLE_STATES.map((state) => exampleAfterConsent(state, 'withdrawn'))).toEqual([
      'found',
      'proposed',
      'accepted',
      'declined',
      'withdrawn',
      'withdrawn',
    ]);
    expect(exampleAfterConsent('published', 'given')).toBe('published');
  });
});

describe(statesCounted.name, () => {
  it('counts nothing that was declined or withdrawn', () => {
    expect(statesCounted('found')).toEqual(['found', 'proposed', 'accepted', 'published']);
    expect(statesCounted('accepted')).toEqual(['accepted', 'published']);
    expect(statesCounted('published')).toEqual(['published']);
  });
});
