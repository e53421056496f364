import { createParamDecorator } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, Refusal } from '@zvit/domain';
import { GathersFaults } from '@zvit/platform';
import { type Idempotency } from '@zvit/store';
import canonicalize from 'canonicalize';
import { sha256 } from '../secrets.js';
import { actorOf, type Asked, askedOf, headerOf, pathOf } from './asked.js';

/** Lets a decorator of a parameter document the header that it reads. */
const documents =
  (name: string, description: string, required: boolean): ParameterDecorator =>
  (target, key) => {
    const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (method) ApiHeader({ name, description, required, schema: { type: 'string' } })(target, key!, method);
  };

/** Who acts. Only on routes with `@Allow`. */
export const CurrentActor = createParamDecorator((_: unknown, context): Actor => {
  const actor = actorOf(askedOf(context));
  if (!actor) throw new Error('A route without @Allow asks who acts.');
  return actor;
});

const ofKey = documents('Idempotency-Key', 'Names this act: sent again, it answers what was recorded first.', false);

/** Whoever takes a key hands it to the store's act, which writes nothing while faults wait: the act may look for more of them. */
const gathers: ParameterDecorator = (target, key) => {
  const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
  if (method) GathersFaults()(target, key!, method);
};

/** The client's name for this act (Idempotency-Key), kept as a digest; undefined when the client gave none. */
export const Key = createParamDecorator((_: unknown, context) => idempotencyOf(askedOf(context)), [ofKey, gathers]);

/** Members of bodies that no digest may rest on: what is kept with the act could be tried out against it at leisure. */
const SECRETS = new Set(['password', 'current', 'token']);

const withoutSecrets = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? Object.fromEntries(Object.entries(body).filter(([name]) => !SECRETS.has(name)))
    : (body ?? null);

export function idempotencyOf(request: Asked): Idempotency | undefined {
  const key = headerOf(request, 'idempotency-key');
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Refusal('malformed-request', 'Idempotency-Key: 1 to 200 visible ASCII characters.');
  const asked = [request.method, pathOf(request), canonicalize(withoutSecrets(request.body))].join('\n');
  return { key: sha256(key), fingerprint: sha256(asked) };
}

const ofVersion = documents('If-Match', 'The version of the record that was read, in quotes: "3".', true);

/** The version of the record that the client has read (If-Match). Without it no change is made. */
export const IfMatch = createParamDecorator((_: unknown, context) => versionOf(askedOf(context)), [ofVersion]);

export function versionOf(request: Pick<Asked, 'headers'>): number {
  const header = headerOf(request, 'if-match');
  if (header === undefined) throw new Refusal('version-required', 'Say with If-Match which version you change: "3".');
  const version = /^"([1-9]\d{0,8})"$/.exec(header.trim())?.[1];
  if (version === undefined)
    throw new Refusal('malformed-request', 'If-Match holds one version in quotes, such as "3".');
  return Number(version);
}
