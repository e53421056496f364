import { type ServerResponse } from 'node:http';

/** What this house uses of Fastify's request. The real one fits; nothing but `http/` needs to know more of it. */
export interface HttpRequest {
  /** Made here for each request, never a client's. */
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Whether no route fits. */
  readonly is404: boolean;
  /** `url` is the pattern of the route (`/v1/mechanisms/:id`), without values. */
  readonly routeOptions: { readonly url?: string | undefined };
}

/** What this house uses of Fastify's reply. */
export interface HttpReply {
  readonly raw: ServerResponse;
  readonly sent: boolean;
  readonly statusCode: number;
  /** Milliseconds since the request came. */
  readonly elapsedTime: number;
  code(status: number): HttpReply;
  header(name: string, value: string | number): HttpReply;
  getHeader(name: string): string | number | string[] | undefined;
  getHeaders(): Record<string, unknown>;
  removeHeader(name: string): unknown;
  send(body?: unknown): unknown;
}
