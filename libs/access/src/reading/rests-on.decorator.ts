import { applyDecorators, createParamDecorator, SetMetadata } from '@nestjs/common';
import { type View } from '@zvit/store';
import { askedOf } from '../guard/asked.js';

export const RESTS_ON = 'zvit:rests-on';

/** On what an answer can rest: one mechanism (route parameter `id`) with the library, the library or people alone, or all. */
export type Scope = 'mechanism' | 'everything' | 'library' | 'people';

export interface Resting {
  readonly scope: Scope;
  /** The answer differs from person to person, not from clearance to clearance alone. */
  readonly personal: boolean;
}

/**
 * Makes a route a read of the record: from a moment (`@Eyes`), with an ETag that changes when what it rests on does. What is
 * left out of the scope is missing from the ETag: in doubt `everything`.
 */
export const RestsOn = (scope: Scope, more: { personal?: boolean } = {}) =>
  applyDecorators(SetMetadata(RESTS_ON, { scope, personal: more.personal ?? false } satisfies Resting));

const views = new WeakMap<object, View>();
export const setView = (request: object, view: View): void => void views.set(request, view);

/** With whose eyes and from which moment a route reads. Only on routes with `@RestsOn`. */
export const Eyes = createParamDecorator((_: unknown, context): View => {
  const view = views.get(askedOf(context));
  if (!view) throw new Error('A route without @RestsOn asks for a view.');
  return view;
});
