import { type RecordSpec } from '@zvit/store';

/** How people, their accounts and their tokens lie in their tables. */
export const ACCESS_SPECS: readonly RecordSpec[] = [
  { type: 'person', cited: false, columns: () => ({}) },
  {
    type: 'account',
    cited: false,
    columns: (content) => ({
      person_id: content.person as string,
      username: content.username as string,
      state: content.state as string,
    }),
  },
  {
    type: 'token',
    cited: false,
    columns: (content) => ({
      account_id: content.account as string,
      hash: content.hash as string,
      expires_at: content.expiresAt as string,
    }),
  },
];
