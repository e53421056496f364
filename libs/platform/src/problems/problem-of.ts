import { HttpException } from '@nestjs/common';
import { type ErrorCode, Refusal } from '@zvit/domain';
import { problem, type Problem } from './problem.js';

type Sentence = readonly [ErrorCode, string];

/** What Fastify refuses by itself, in our words: its own sentences sometimes repeat what was sent. */
const OF_FASTIFY: Readonly<Record<string, Sentence>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['payload-too-large', 'The body is larger than this server takes.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', 'Send the body as application/json.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['malformed-request', 'The body is not as long as Content-Length says.'],
  FST_ERR_BAD_URL: ['malformed-request', 'The address is wrongly encoded.'],
  FST_ERR_MAX_PARAM_LENGTH: ['not-found', 'Nothing here has so long a name.'],
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: ['malformed-request', 'Content-Type is missing.'],
};

/** What the framework refuses with a bare status. */
const OF_STATUS: Readonly<Record<number, Sentence>> = {
  400: ['malformed-request', 'The request could not be read.'],
  401: ['not-logged-in', 'This needs a log-in.'],
  403: ['missing-role', 'None of your roles allows this.'],
  404: ['not-found', 'Nothing stands at this address.'],
  405: ['method-not-allowed', 'This address knows other methods; see Allow.'],
  406: ['not-acceptable', 'There is no answer in a form that you accept.'],
  412: ['version-changed', 'The record has a newer version.'],
  413: OF_FASTIFY.FST_ERR_CTP_BODY_TOO_LARGE!,
  415: OF_FASTIFY.FST_ERR_CTP_INVALID_MEDIA_TYPE!,
  428: ['version-required', 'Say with If-Match which version you change.'],
  429: ['too-many-attempts', 'Too many attempts. Wait before the next.'],
  503: ['not-ready', 'The server does not answer requests now.'],
};

/** The problem that an error is. Whatever was not thrown on purpose is a defect: its words stay inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return problem(error.code, error.message, error.more);
  const [status, cause] = statusAndCause(error);
  const known = OF_FASTIFY[cause] ?? OF_STATUS[status];
  if (known) return problem(known[0], known[1]);
  if (status >= 400 && status < 500) return problem('malformed-request', 'The request could not be read.', { status });
  return problem('internal-error', 'Something went wrong here. The operator finds it in the log by its instance.');
}

/** The status that a framework's error asks for (500 where it asks for none) and Fastify's code of it. */
function statusAndCause(error: unknown): [number, string] {
  if (error instanceof HttpException) return [error.getStatus(), codeOf(error.cause)];
  const code = codeOf(error);
  if (!code.startsWith('FST_')) return [500, ''];
  const status = (error as { statusCode?: unknown }).statusCode;
  return [typeof status === 'number' ? status : 500, code];
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
