import { TEXT } from '@zvit/domain';
import { IsString, Matches, MaxLength } from 'class-validator';

/** An approval of exactly what was read. */
export class ApprovalDto {
  /** The contentHash of the proposal, as it was answered and as it is shown. */
  @IsString()
  @Matches(/^[0-9a-f]{64}$/, { message: 'a hash has 64 hexadecimal digits in lower case' })
  contentHash: string;
}

/** Why a proposal is rejected or withdrawn. */
export class DecisionReasonDto {
  @IsString()
  @Matches(/\S/, { message: 'a reason has words' })
  @MaxLength(TEXT.paragraph)
  reason: string;
}
