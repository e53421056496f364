import { describe, expect, it } from '@jest/globals';
import { type Content } from '../entry.js';
import { checkRules, type Surroundings } from './rules.js';
import { type ContentType, SHAPES } from './shapes.js';

const around: Surroundings = {
  effects: new Map([
    ['joined', 'opens'],
    ['left', 'closes'],
  ]),
  statuses: new Set(['open', 'closed']),
};
const faults = (type: ContentType, content: Content) =>
  checkRules(type, content, around).map(({ pointer, code }) => `${pointer} ${code}`);

describe('an event', () => {
  it.each<[Content, string[]]>([
    [{ date: '2023-07-03' }, []],
    [{ date: '2023-07-03', orderKey: 'b' }, []],
    [{ date: '2023-07-03', orderKey: 'the second' }, ['/orderKey wrong-type']],
    [{ date: null, orderKey: '2023-07-03' }, []],
    [{ date: null }, ['/orderKey missing']],
    [{ date: null, orderKey: 'some time' }, ['/orderKey wrong-type']],
  ])('has an order key that sorts, and needs one where it has no date: %j', (content, expected) => {
    expect(faults('event', content)).toEqual(expected);
  });
});

describe('a condition', () => {
  const own = { holder: 'mechanism', bearsOn: 'status:open', metOn: null, status: 'open' };
  const ofParty = { ...own, holder: 'a-party', bearsOn: 'support' };

  it.each<[string, Content, string[]]>([
    ['of the mechanism, for a status', own, []],
    ['of a party, for its support', ofParty, []],
    ['of the mechanism, for support', { ...own, bearsOn: 'support' }, ['/bearsOn contradiction']],
    ['of a party, for a status', { ...own, holder: 'a-party' }, ['/bearsOn contradiction']],
    ['for a status that its lifecycle lacks', { ...own, bearsOn: 'status:melted' }, ['/bearsOn not-in-vocabulary']],
    ['for a status without a name', { ...own, bearsOn: 'status:' }, ['/bearsOn not-in-vocabulary']],
    [
      'of a party, for a status that the lifecycle lacks',
      { ...own, holder: 'a-party', bearsOn: 'status:melted' },
      ['/bearsOn contradiction', '/bearsOn not-in-vocabulary'],
    ],
    ['met on a day', { ...ofParty, status: 'met', metOn: '2024' }, []],
    ['met, nobody says when', { ...ofParty, status: 'met' }, ['/metOn contradiction']],
    ['open, but met on a day', { ...ofParty, metOn: '2024' }, ['/metOn contradiction']],
  ])('%s', (_, content, expected) => {
    expect(faults('condition', content)).toEqual(expected);
  });
});

describe('a forecast', () => {
  it.each<[string, Content, string[]]>([
    ['that is open', { metBy: null, outcome: 'open' }, []],
    ['that was met by an event', { metBy: 'an-event', outcome: 'met' }, []],
    ['that was met by nothing', { metBy: null, outcome: 'met' }, ['/metBy contradiction']],
    ['that was missed, and met by an event', { metBy: 'an-event', outcome: 'missed' }, ['/metBy contradiction']],
    ['that was missed, with what came too late', { metBy: null, outcome: 'missed', laterEvent: 'late' }, []],
    ['that was overtaken, with what overtook it', { metBy: null, outcome: 'overtaken', laterEvent: 'late' }, []],
    [
      'that is open, with a later event',
      { metBy: null, outcome: 'open', laterEvent: 'late' },
      ['/laterEvent contradiction'],
    ],
    [
      'that was met, with a later event',
      { metBy: 'e', outcome: 'met', laterEvent: 'late' },
      ['/laterEvent contradiction'],
    ],
  ])('%s', (_, content, expected) => {
    expect(faults('forecast', content)).toEqual(expected);
  });
});

describe('a conflict', () => {
  const values = { 1: { value: '44' }, 3: { value: '45' } };

  it.each<[string, Content, string[]]>([
    ['with one value preferred', { values, preferred: '45' }, []],
    ['with none preferred', { values, preferred: null }, []],
    ['that prefers what is no value of its', { values, preferred: '45 ' }, ['/preferred contradiction']],
    ['of one value', { values: { 1: { value: '44' } }, preferred: '44' }, ['/values contradiction']],
    [
      'of no value, that prefers one',
      { values: {}, preferred: '44' },
      ['/values contradiction', '/preferred contradiction'],
    ],
  ])('%s', (_, content, expected) => {
    expect(faults('conflict', content)).toEqual(expected);
  });
});

describe('the rules of other records', () => {
  it('are those of participation for a participation', () => {
    const acts = { 2: { act: 'joined', date: '2023' } };
    expect(faults('participation', { joined: '2023', left: null, end: 'unknown', acts })).toEqual([]);
    expect(faults('participation', { joined: '2022', left: null, end: 'unknown', acts })).not.toEqual([]);
    expect(faults('participation', { joined: '2023', left: '2022' })).toEqual(['/left end-before-begin']);
  });

  it('are none', () => {
    const ruled = ['participation', 'event', 'condition', 'forecast', 'conflict'];
    const free = (Object.keys(SHAPES) as ContentType[]).filter((type) => !ruled.includes(type));
    for (const type of free) expect([type, faults(type, {})]).toEqual([type, []]);
  });
});
