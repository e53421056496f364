import { type ProposalState } from '@zvit/domain';
import { KnownPageQuery } from '@zvit/evidence';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { manyOf } from '../reading/asked.js';

/** Where a proposal can stand. */
const PROPOSAL_STATES = [
  'open',
  'approved',
  'rejected',
  'withdrawn',
  'stale',
] as const satisfies readonly ProposalState[];

export class ProposalsQuery extends KnownPageQuery {
  /** Where the proposals stand; may be given several times. Absent: those that wait. */
  @IsOptional()
  @Transform(manyOf)
  @IsArray()
  @ArrayMaxSize(5)
  @IsIn(PROPOSAL_STATES, { each: true })
  state?: ProposalState[];

  /** Mechanisms by slug or id, several times or with commas between them; absent: all. */
  @IsOptional()
  @Transform(manyOf)
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  mechanism?: string[];

  /** me: proposed by whoever reads; others: by anybody else, which is what one may decide on. */
  @IsOptional()
  @IsIn(['me', 'others'])
  proposer?: 'me' | 'others';
}
