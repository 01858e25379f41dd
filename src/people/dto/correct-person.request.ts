import { PersonDetailsRequest } from './person-details.request';

/** Input of `person.correct`: all details anew. What is absent is taken out. */
export class CorrectPersonRequest extends PersonDetailsRequest {}
