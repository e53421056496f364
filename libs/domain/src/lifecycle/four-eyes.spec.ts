import { describe, expect, it } from '@jest/globals';
import { decideApproval, decideRejection, decideWithdrawal } from './four-eyes.js';
import type { ProposalState } from './four-eyes.js';
import type { Blocker } from './reasons.js';

const contentHash = { given: 'h1', expected: 'h1' };
const approval = { proposer: 'anna', approver: 'bohdan', state: 'open' as ProposalState, contentHash, blockers: [] };
const blocker: Blocker = { code: 'not-an-entry', to: 'x', step: null };

describe('four eyes', () => {
  it('lets another person approve exactly what was read', () => {
    expect(decideApproval(approval)).toEqual([]);
  });

  it('never lets the proposer approve or reject, whatever the role', () => {
    expect(decideApproval({ ...approval, approver: 'anna' })).toEqual([{ code: 'own-proposal' }]);
    const own = { proposer: 'anna', person: 'anna', state: 'open' as const, hasRole: true };
    expect(decideRejection(own)).toEqual([{ code: 'own-proposal' }]);
  });

  it.each<[ProposalState, object]>([
    ['approved', { code: 'proposal-closed', state: 'approved' }],
    ['rejected', { code: 'proposal-closed', state: 'rejected' }],
    ['withdrawn', { code: 'proposal-closed', state: 'withdrawn' }],
    ['stale', { code: 'proposal-stale' }],
  ])('decides nothing any more on a proposal that is %s', (state, reason) => {
    expect(decideApproval({ ...approval, state })).toEqual([reason]);
    expect(decideRejection({ proposer: 'anna', person: 'bohdan', state, hasRole: true })).toEqual([reason]);
    expect(decideWithdrawal({ proposer: 'anna', person: 'anna', state })).toEqual([reason]);
  });

  it('names every reason at once', () => {
    const all = decideApproval({
      proposer: 'anna',
      approver: 'anna',
      state: 'stale',
      contentHash: { given: 'h1', expected: 'h2' },
      blockers: [blocker],
    });
    expect(all).toEqual([
      { code: 'own-proposal' },
      { code: 'proposal-stale' },
      { code: 'content-changed', given: 'h1', expected: 'h2' },
      blocker,
    ]);
  });

  it('lets anybody else with the role reject, and nobody without it', () => {
    const by = { proposer: 'anna', person: 'bohdan', state: 'open' as const };
    expect(decideRejection({ ...by, hasRole: true })).toEqual([]);
    expect(decideRejection({ ...by, hasRole: false })).toEqual([{ code: 'role-missing' }]);
  });

  it('lets the proposer alone withdraw', () => {
    expect(decideWithdrawal({ proposer: 'anna', person: 'anna', state: 'open' })).toEqual([]);
    expect(decideWithdrawal({ proposer: 'anna', person: 'bohdan', state: 'open' })).toEqual([
      { code: 'not-the-proposer' },
    ]);
  });
});
