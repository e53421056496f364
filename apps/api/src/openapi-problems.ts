import { ERROR_CODES } from '@zvit/domain';

/** Which problems each operation may answer, beside those of its own. Writing acts meet more of them. */
const ALWAYS = { 400: 'Invalid', 401: 'NotLoggedIn', 403: 'Forbidden', 404: 'NotFound', 429: 'TooMany', 500: 'Defect' };
const WHEN_WRITING = { 409: 'Conflict', 413: 'TooLarge', 415: 'NotJson' };
const WHEN_CHANGING = { 412: 'VersionChanged', 428: 'VersionRequired' };

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  Invalid: 'The request is malformed or breaks rules; `errors` names all of them with JSON pointers.',
  NotLoggedIn: 'Log in first.',
  Forbidden: 'None of your roles allows this, or the request comes from a foreign page.',
  NotFound: 'There is no such thing, or you may not see it.',
  Conflict: 'Something stands against this; `blockers` names everything that does.',
  VersionChanged: 'The record has a newer version than If-Match names.',
  TooLarge: 'The body is too large.',
  NotJson: 'The body is no JSON.',
  VersionRequired: 'If-Match is missing.',
  TooMany: 'Too many failed attempts; Retry-After says how long to wait.',
  Defect: 'A fault of the server.',
  Other: 'Any other refusal.',
};

export const API_VERSION_HEADER = { 'API-Version': { $ref: '#/components/headers/ApiVersion' } };

const text = (description: string) => ({ type: 'string', description });

const FAULT = {
  type: 'object',
  required: ['pointer', 'code', 'detail'],
  properties: {
    pointer: text('JSON pointer (RFC 6901) into what was sent'),
    code: text('The rule that was broken'),
    detail: text('A sentence for people'),
  },
};

/** RFC 9457, with what is ours. */
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: text('`urn:zvit:problem:` and the code'),
    title: text('What kind of problem it is'),
    status: { type: 'integer', description: 'The status of the answer' },
    detail: text('What is wrong this time'),
    code: { type: 'string', enum: Object.keys(ERROR_CODES).sort(), description: 'The kind of problem, for programs' },
    instance: text('`urn:uuid:` and the id of the request in the log'),
    errors: { type: 'array', items: { $ref: '#/components/schemas/ProblemFault' } },
    blockers: {
      type: 'array',
      description: 'Every reason against a step, as typed values',
      items: { type: 'object', required: ['code'], properties: { code: text('The kind of reason') } },
    },
  },
};

export const PROBLEM_SCHEMAS = { Problem: PROBLEM, ProblemFault: FAULT };

/** The components that the operations point to. */
export const PROBLEM_RESPONSES = Object.fromEntries(
  Object.entries(DESCRIPTIONS).map(([name, description]) => [
    name,
    {
      description,
      headers: API_VERSION_HEADER,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
);

/** The refusals of one operation, by status. */
export function refusalsOf(method: string, changes: boolean): Record<string, { $ref: string }> {
  const names: Record<string, string> = {
    ...ALWAYS,
    ...(method === 'get' ? {} : WHEN_WRITING),
    ...(changes ? WHEN_CHANGING : {}),
    default: 'Other',
  };
  return Object.fromEntries(
    Object.entries(names).map(([status, name]) => [status, { $ref: `#/components/responses/${name}` }]),
  );
}
