import { type Rank, RANK } from './classes.js';

/** What a person may be. A person may hold several roles; what they may do is the union. */
export const ROLES = ['editor', 'approver', 'diplomat', 'auditor', 'admin'] as const;

export type Role = (typeof ROLES)[number];

/**
 * Who may do what: the only statement of it. Guard, route matrix and screens read this table.
 * Four eyes stand beside it: whoever proposed never approves, whatever roles they hold (lifecycle/four-eyes.ts).
 */
export const PERMISSIONS = {
  'record.read': ['editor', 'approver', 'diplomat', 'auditor'],
  'history.read': ['editor', 'approver', 'diplomat', 'auditor', 'admin'],
  'history.export': ['editor', 'approver', 'auditor'],
  'ledger.verify': ['auditor'],
  'event.write': ['editor'],
  'participation.write': ['editor'],
  'source.write': ['editor'],
  'condition.write': ['editor'],
  'register.write': ['editor'],
  'mechanism.write': ['editor'],
  'record.classify': ['editor'],
  'transition.propose': ['editor'],
  'transition.approve': ['approver'],
  'transition.reject': ['approver'],
  'transition.withdraw': ['editor'],
  'condition.propose': ['editor'],
  'condition.approve': ['approver'],
  'import.run': ['editor'],
  'account.read': ['admin', 'auditor'],
  'account.write': ['admin'],
  'account.approve': ['admin'],
  'journal.read': ['auditor', 'admin'],
  'token.write': ['editor', 'approver', 'diplomat', 'auditor', 'admin'],
  'session.own': ['editor', 'approver', 'diplomat', 'auditor', 'admin'],
  'metrics.read': ['admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof PERMISSIONS;

/** Roles that a second administrator has to agree to, where there is one. */
export const GUARDED_ROLES: readonly Role[] = ['editor', 'approver'];

/** Whether any of these roles carries a permission. */
export const may = (roles: readonly Role[], action: Action): boolean =>
  (PERMISSIONS[action] as readonly Role[]).some((role) => roles.includes(role));

/** The ranks of what a person may read (see `RANK`), ascending. Administrators as such have no right on content. */
export type Sight = readonly Rank[];

const SIGHT: Record<Role, Sight> = {
  diplomat: [RANK.public, RANK.internal],
  editor: [RANK.public, RANK.internal, RANK.confidential],
  approver: [RANK.public, RANK.internal, RANK.confidential],
  auditor: [RANK.public, RANK.internal, RANK.confidential, RANK.people],
  admin: [RANK.people],
};

/** The ranks that a person of these roles may read, ascending, each once. No role, no sight. */
export function sightOf(roles: readonly Role[]): Sight {
  return [...new Set(roles.flatMap((role) => SIGHT[role]))].sort((a, b) => a - b);
}

/** Who acts: a person, through one of their accounts or tokens. `roles` are those in force for this request. */
export interface Actor {
  readonly person: string;
  readonly account: string;
  readonly roles: readonly Role[];
  /** The token used, if any; scopes have narrowed `roles` already. */
  readonly token?: string;
  /** Where the request came from; for the access journal only. */
  readonly address?: string;
}
