import { applyDecorators, SetMetadata } from '@nestjs/common';
import { type Action } from '@zvit/domain';

export const ALLOWS = 'zvit:allows';
export const IS_PUBLIC = 'zvit:public';

/** Who may use a route: those whose roles allow this action. A route with neither this nor `@Public` is denied to all. */
export const Allow = (action: Action) => applyDecorators(SetMetadata(ALLOWS, action));

/** A route for people who are not logged in. There are two: log-in and the first administrator's. */
export const Public = () => applyDecorators(SetMetadata(IS_PUBLIC, true));
