import { type Action, may, PERMISSIONS, RANK, type Role, sightOf } from '@zvit/domain';
import { IsString, MaxLength } from 'class-validator';
import { PersonDto } from '../accounts/accounts.dto.js';
import { type SessionRow } from './sessions.js';
import { type Who } from './who.reader.js';

/** User name and password. */
export class LogInDto {
  @IsString()
  @MaxLength(200)
  username: string;

  @IsString()
  @MaxLength(1_000)
  password: string;
}

/** One's own new password. */
export class SetPasswordDto {
  /** The password until now. */
  @IsString()
  @MaxLength(1_000)
  current: string;

  /** The new one: 12 to 200 characters. */
  @IsString()
  @MaxLength(1_000)
  password: string;
}

/** An account, by opaque id and user name. */
export class AccountNameDto {
  id: string;
  username: string;
}

/** Who is logged in and what they may do. */
export class SessionDto {
  account: AccountNameDto;
  person: PersonDto;
  roles: Role[];
  /** What the roles allow; screens show no more. */
  actions: string[];
  /** Which classes these roles may read; `people`: what concerns accounts. */
  sight: string[];

  static from({ actor, username, name }: Who): SessionDto {
    const ranks: readonly number[] = sightOf(actor.roles);
    return Object.assign(new SessionDto(), {
      account: { id: actor.account, username },
      person: { id: actor.person, name },
      roles: [...actor.roles],
      actions: (Object.keys(PERMISSIONS) as Action[]).filter((action) => may(actor.roles, action)),
      sight: Object.entries(RANK).flatMap(([name, rank]) => (ranks.includes(rank) ? [name] : [])),
    });
  }
}

/** One place where one is logged in. */
export class OwnSessionDto {
  id: string;
  createdAt: string;
  /** Last use, to the minute. */
  seenAt: string;
  expiresAt: string;
  /** Whether it is the session that asks. */
  current: boolean;

  static from(row: SessionRow, currentHash: string | undefined): OwnSessionDto {
    return Object.assign(new OwnSessionDto(), {
      id: row.id_hash,
      createdAt: row.created_at,
      seenAt: row.seen_at,
      expiresAt: row.expires_at,
      current: row.id_hash === currentHash,
    });
  }
}

/** Where one is logged in, the newest first. */
export class OwnSessionsDto {
  items: OwnSessionDto[];
  /** Always null: nobody has more than a page of them. */
  next: string | null;
}
