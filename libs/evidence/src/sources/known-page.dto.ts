import { OmitType } from '@nestjs/swagger';
import { MomentPageQuery, MomentQuery } from '@zvit/platform';

/** The query of a list that was known at a moment, without a state in the world. */
export class KnownPageQuery extends OmitType(MomentPageQuery, ['validOn'] as const) {}

/** The query of one thing that was known at a moment. */
export class KnownQuery extends OmitType(MomentQuery, ['validOn'] as const) {}
