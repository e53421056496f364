import { Injectable } from '@nestjs/common';
import { type Actor, type Classification, type Content, Refusal, type Sight, sightOf } from '@zvit/domain';
import {
  addRecord,
  find,
  type Idempotency,
  type Receipt,
  retractRecord,
  reviseRecord,
  Store,
  Surrounded,
  type Tx,
} from '@zvit/store';
import { asWished } from '../records/as-wished.js';
import { type CitationWish, citationsFrom } from '../transitions/wish.js';

/** An event as a person records it: something that has happened, with its evidence. */
export interface EventWish {
  readonly kind: string;
  readonly happened: string | null;
  readonly extent?: 'within' | 'throughout';
  readonly orderKey?: string;
  readonly title: string;
  readonly description: string;
  readonly place?: string | null;
  readonly lang?: 'en' | 'nl' | 'uk';
  readonly class?: Classification;
  readonly verified?: boolean;
  readonly notes?: string;
  readonly citations: readonly CitationWish[];
}

@Injectable()
export class AddEvent {
  constructor(private readonly store: Store) {}

  run(actor: Actor, mechanism: string, wish: EventWish, idempotency?: Idempotency): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const sight = sightOf(actor.roles);
        const id = await find(tx, sight, 'mechanism', mechanism);
        if (id === undefined) throw new Refusal('not-found', 'There is no such mechanism.');
        const content = { mechanism: id, ...(await eventContent(tx, sight, wish)) };
        return asWished(RENAMED, () => addRecord(tx, new Surrounded(tx, sight), 'event', content));
      },
      idempotency,
    );
  }
}

/** "It changed" and "it was wrong" are two acts; which of them is said by whoever writes, never guessed. */
@Injectable()
export class ReviseEvent {
  constructor(private readonly store: Store) {}

  run(
    actor: Actor,
    verb: 'change' | 'correct',
    event: string,
    wish: EventWish,
    reason: string,
    expected: number,
    idempotency?: Idempotency,
  ): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => {
        const sight = sightOf(actor.roles);
        const id = await eventId(tx, sight, event);
        const next = await eventContent(tx, sight, wish);
        const revise = ({ mechanism, key, order, lang, class: was }: Content) =>
          ({ mechanism, key, order, lang, class: was, ...next }) as Content;
        const around = new Surrounded(tx, sight);
        return asWished(RENAMED, () => reviseRecord(tx, around, 'event', id, verb, revise, { reason, expected }));
      },
      idempotency,
    );
  }
}

/** Takes an event back, with a reason; what was known before stays readable. */
@Injectable()
export class RetractEvent {
  constructor(private readonly store: Store) {}

  run(actor: Actor, event: string, reason: string, expected: number, idempotency?: Idempotency): Promise<Receipt> {
    return this.store.act(
      actor,
      async (tx) => retractRecord(tx, 'event', await eventId(tx, sightOf(actor.roles), event), { reason, expected }),
      idempotency,
    );
  }
}

const RENAMED = { date: 'happened' };

async function eventId(tx: Tx, sight: Sight, named: string): Promise<string> {
  const id = await find(tx, sight, 'event', named);
  if (id === undefined) throw new Refusal('not-found', 'There is no such event.');
  return id;
}

async function eventContent(tx: Tx, sight: Sight, wish: EventWish): Promise<Content> {
  const { kind, happened, title, description, place, verified, citations, ...given } = wish;
  const content: Record<string, unknown> = {
    ...given,
    kind,
    date: happened,
    title,
    description,
    place: place ?? null,
    verified: verified ?? false,
    citations: await citationsFrom(tx, sight, citations),
  };
  for (const name of Object.keys(content)) if (content[name] === undefined) delete content[name];
  return content as Content;
}
