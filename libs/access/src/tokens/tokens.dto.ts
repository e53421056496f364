import { type Role, ROLES } from '@zvit/domain';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsString,
  MaxLength,
} from 'class-validator';
import { type TokenRow } from './token.reader.js';

/** A token for a program that acts for oneself. */
export class IssueTokenDto {
  /** What it is for. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  label: string;

  /** Which of one's own roles it has. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  scopes: Role[];

  /** Instant of its end, within a year. */
  @IsString()
  @MaxLength(40)
  expiresAt: string;
}

export class TokenDto {
  id: string;
  label: string;
  scopes: Role[];
  issuedAt: string;
  expiresAt: string;
  state: 'active' | 'revoked';

  static from({ id, label, scopes, issuedAt, expiresAt, state }: TokenRow): TokenDto {
    return Object.assign(new TokenDto(), { id, label, scopes: [...scopes], issuedAt, expiresAt, state });
  }
}

/** A token just made. */
export class IssuedTokenDto extends TokenDto {
  /** What the program sends as `Authorization: Bearer …`. Shown this once; null when the same key asked again. */
  secret: string | null;
}

/** One's own tokens, the newest first. */
export class TokensDto {
  items: TokenDto[];
  /** Always null: all are on one page. */
  next: string | null;
}
