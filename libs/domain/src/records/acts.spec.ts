import { describe, expect, it } from '@jest/globals';
import {
  ABOUT,
  type ActName,
  isProposal,
  LIBRARY_TYPES,
  PEOPLE_TYPES,
  proposalPrefix,
  proposedVerb,
  type Verb,
  verbOf,
  VERBS,
} from './acts.js';
import { RECORD_TYPES } from './record-type.js';

const proposals: Verb[] = ['propose-add', 'propose-change', 'propose-correct', 'propose-retract'];

describe('the name of an act', () => {
  it('gives back its verb, for every type and verb', () => {
    for (const type of RECORD_TYPES)
      for (const verb of VERBS) expect(verbOf(`${type}.${verb}` satisfies ActName)).toBe(verb);
  });

  it('keeps "it was wrong" and "it changed" apart', () => {
    expect(VERBS).toEqual(expect.arrayContaining(['correct', 'change']));
    expect(new Set(VERBS).size).toBe(VERBS.length);
  });

  it('has no point but the one between its two parts', () => {
    expect([...VERBS, ...RECORD_TYPES].filter((word) => !/^[a-z]+(-[a-z]+)*$/.test(word))).toEqual([]);
  });
});

describe('verbs of proposals', () => {
  it('are four, and wait for another person', () => {
    expect(VERBS.filter(isProposal)).toEqual(proposals);
  });

  it('name what they would carry out; any other verb names itself', () => {
    expect(proposals.map(proposedVerb)).toEqual(['add', 'change', 'correct', 'retract']);
    const others = VERBS.filter((verb) => !isProposal(verb));
    expect(others.map(proposedVerb)).toEqual(others);
    expect(VERBS.map(proposedVerb).filter((verb) => !VERBS.includes(verb))).toEqual([]);
  });

  it('put their content under their number', () => {
    expect([1, 2, 10].map(proposalPrefix)).toEqual(['/proposals/1', '/proposals/2', '/proposals/10']);
  });
});

describe('fields about the act', () => {
  it('bear plain names, so that none is taken for content', () => {
    for (const [key, name] of Object.entries(ABOUT)) {
      expect(name).toBe(key);
      expect(name).toMatch(/^[a-zA-Z]+$/);
    }
    expect(Object.keys(ABOUT)).toEqual(['reason', 'contentHash', 'restsOn', 'idempotencyKey', 'fingerprint']);
  });
});

describe('types of record', () => {
  it('of people are accounts and tokens; names of persons are read by every colleague', () => {
    expect([...PEOPLE_TYPES]).toEqual(['account', 'token']);
  });

  it('of the library are what the whole record leans on', () => {
    expect([...LIBRARY_TYPES]).toEqual(['party', 'source', 'lifecycle', 'vocabulary', 'person', 'batch']);
  });

  it('are known, each once, and none is of both kinds', () => {
    expect(new Set(RECORD_TYPES).size).toBe(RECORD_TYPES.length);
    for (const type of [...PEOPLE_TYPES, ...LIBRARY_TYPES]) expect(RECORD_TYPES).toContain(type);
    expect([...PEOPLE_TYPES].filter((type) => LIBRARY_TYPES.has(type))).toEqual([]);
  });
});
