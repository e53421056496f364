import { type Role, ROLES } from '@zvit/domain';
import { type Page } from '@zvit/platform';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { type AccountView } from './account.reader.js';

/** A new account, of somebody new (`name`) or of a person who has one already (`person`). */
export class AddAccountDto {
  /** 3 to 60 characters: letters, digits, dot, underscore, hyphen. Case is not told apart. */
  @IsString()
  @MaxLength(200)
  username: string;

  /** Name of a new person. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  name?: string;

  /** Id of a person who is known. */
  @IsOptional()
  @IsString()
  @MaxLength(26)
  person?: string;

  /** What the account may do. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles: Role[];
}

/** The roles that an account is to have, all of them. */
export class ChangeRolesDto {
  @IsArray()
  @ArrayMaxSize(ROLES.length)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  roles: Role[];

  /** Why. */
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  reason?: string;
}

/** Whether an account may be used. */
export class ChangeStateDto {
  @IsIn(['active', 'disabled'])
  state: 'active' | 'disabled';

  /** Why. */
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  reason?: string;
}

/** Agreement to what is proposed. */
export class ApproveAccountDto {
  /** `contentHash` of the proposal as it was read. */
  @IsString()
  @MaxLength(64)
  contentHash: string;
}

/** The end of a proposal that is not carried out. */
export class EndProposalDto {
  /** Why. */
  @IsString()
  @MaxLength(2_000)
  reason: string;
}

/** The first administrator, by the one-time link that the server printed. */
export class FirstAdministratorDto {
  /** The secret of the link. */
  @IsString()
  @MaxLength(200)
  token: string;

  @IsString()
  @MaxLength(200)
  username: string;

  @IsString()
  @MaxLength(300)
  name: string;

  /** 12 to 200 characters. */
  @IsString()
  @MaxLength(1_000)
  password: string;
}

/** The first password of an account, by its one-time link. */
export class FirstPasswordDto {
  /** The secret of the link. */
  @IsString()
  @MaxLength(200)
  token: string;

  /** 12 to 200 characters. */
  @IsString()
  @MaxLength(1_000)
  password: string;
}

/** A one-time link to an account's first password. */
export class InvitationDto {
  /** What `POST /v1/first-password` takes; shown this once. */
  token: string;
  /** The instant until which it holds. */
  expiresAt: string;
}

/** The first administrator's account. */
export class NewAdministratorDto {
  account: string;
}

/** Somebody, by opaque id. */
export class PersonDto {
  id: string;
  name: string;
}

/** What waits for another administrator: the account as it would be. */
export class ProposedAccountDto {
  roles: Role[];
  state: 'active' | 'disabled';
  /** What an approval has to name. */
  contentHash: string;
  /** Id of the person who proposed. */
  proposer: string;
}

export class AccountDto {
  id: string;
  username: string;
  person: PersonDto;
  roles: Role[];
  state: 'active' | 'disabled';
  /** What a change names in If-Match. */
  version: number;
  /** Whether its one-time link has not been used yet: nobody can log in to it. */
  awaitsPassword: boolean;
  proposal: ProposedAccountDto | null;

  static from(view: AccountView): AccountDto {
    const proposal = view.proposal && { ...view.proposal, roles: [...view.proposal.roles] };
    return Object.assign(new AccountDto(), { ...view, roles: [...view.roles], proposal });
  }
}

/** An account just added. */
export class AddedAccountDto extends AccountDto {
  /** For whoever the account belongs to; null when the same key asked again. */
  invitation: InvitationDto | null;
}

export class AccountsDto {
  items: AccountDto[];
  /** Cursor of the next page. */
  next: string | null;

  static from(page: Page<AccountView>): AccountsDto {
    return Object.assign(new AccountsDto(), { items: page.items.map((one) => AccountDto.from(one)), next: page.next });
  }
}
