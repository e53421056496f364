import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { type Socket } from 'node:net';
import { type Log } from '../log/log.js';
import { problem, type Problem } from '../problems/problem.js';
import { PROBLEM_TYPE } from '../problems/send-problem.js';
import { HEADERS } from './headers.js';

/** What Node's HTTP parser refuses before there is a request; `code` is Node's. */
export function problemOfConnection(code: string | undefined): Problem {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return problem('malformed-request', 'The request did not arrive in time.', { status: 408 });
    case 'HPE_HEADER_OVERFLOW':
      return problem('malformed-request', 'The headers are larger than this server takes.', { status: 431 });
    default:
      return problem('malformed-request', 'This is not HTTP.');
  }
}

/** Answers on the bare socket, for there is no reply to answer with, and hangs up. */
export function answerBrokenConnection(log: Log, error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const what = problemOfConnection(error.code);
  const id = randomUUID();
  log.info('broken connection', { request: id, status: what.status, code: what.code, errorCode: error.code });
  const body = JSON.stringify({ ...what, instance: `urn:uuid:${id}` });
  const headers = {
    ...HEADERS,
    'Content-Type': PROBLEM_TYPE,
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  if (socket.writable)
    socket.write(`HTTP/1.1 ${what.status} ${STATUS_CODES[what.status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
