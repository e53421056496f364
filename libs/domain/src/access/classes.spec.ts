import { describe, expect, it } from '@jest/globals';
import { CLASSES, classOf, type Rank, RANK, rankOf } from './classes.js';

describe('classes of confidentiality', () => {
  it('stand in order, with people above them', () => {
    expect(CLASSES).toEqual(['public', 'internal', 'confidential']);
    expect(RANK).toEqual({ public: 0, internal: 1, confidential: 2, people: 3 });
  });

  it('have ranks; what bears no class is internal', () => {
    expect([...CLASSES, undefined].map(rankOf)).toEqual([0, 1, 2, 1]);
  });

  it('are given back by their ranks; people read as the highest', () => {
    for (const one of CLASSES) expect(classOf(rankOf(one))).toBe(one);
    expect(([0, 1, 2, 3] as Rank[]).map(classOf)).toEqual(['public', 'internal', 'confidential', 'confidential']);
  });
});
