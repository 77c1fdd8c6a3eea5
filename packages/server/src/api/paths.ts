import Type from 'typebox';
import * as answers from './answers.ts';

export const WorkspacePath = Type.Object({ ws: Type.String() });
export const GroupPath = Type.Object({ ws: Type.String(), groupId: Type.String() });
export const PersonPath = Type.Object({ ws: Type.String(), personId: Type.String() });

/** What every question of a workspace may be answered instead. */
export const failures = {
  400: answers.Problem,
  401: answers.Problem,
  403: answers.Problem,
  404: answers.Problem,
};

export const noGroup = { code: 'not_found', message: 'No event has named this company yet.' };
export const noPerson = {
  code: 'not_found',
  message: 'There is no such person, or it was linked to another one since.',
};
