import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { fold } from './fold.js';

/** Every character that Unicode has given a meaning: none yet stands in planes 4 to 13, and the last two are private. */
const everyCharacter = Array.from({ length: 0x4_0000 + 0x1000 }, (_, n) => (n < 0x4_0000 ? n : n + 0xa_0000))
  .filter((point) => point < 0xd8_00 || point > 0xdf_ff)
  .map((point) => String.fromCodePoint(point));
const cyrillic = everyCharacter.slice(0x04_00, 0x05_30);
const texts = fc.string({ unit: 'binary' });
const someCyrillic = fc.string({ unit: fc.constantFrom(...cyrillic, ' ', '-', 'ʼ') });

describe('folded text', () => {
  it.each([
    ['Спеціальний Трибунал', 'спеціальнии трибунал', 'large letters, and й without its mark'],
    ['ЇЖАК Ґанок Ємність', 'іжак ґанок ємність', 'ї loses its dots; ґ and є are letters of their own'],
    ['Ёлка ёлка ЁЛКА', 'елка елка елка', 'ё with its dots off'],
    ['\u0439 \u0419', 'и и', 'й composed'],
    ['и\u0306 И\u0306 і\u0308 Е\u0308', 'и и і е', 'й, ї and ё of two characters each'],
    ['Société Générale', 'societe generale', 'accents'],
    ['ﬁne ② ½', 'fine 2 1⁄2', 'ligatures and figures by what they stand for'],
    ['İstanbul', 'istanbul', 'a capital I with a dot'],
    ['IJsselmeer ĳs', 'ijsselmeer ijs', 'the Dutch ligature'],
    ['  The\t Hague \n\n Rules ', 'the hague rules', 'white space as one blank'],
    ['a\u00A0b\u2003c', 'a b c', 'blanks of every width'],
    ['\u0301\u0308', '', 'marks alone'],
    ['', '', 'nothing'],
  ])('of %j is %j: %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('is the same for Cyrillic in capitals and small letters', () => {
    fc.assert(
      fc.property(someCyrillic, (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text));
        expect(fold(text.toLowerCase())).toBe(fold(text));
      }),
    );
  });

  it('is the same for each Cyrillic letter alone, composed and taken apart', () => {
    for (const letter of cyrillic)
      for (const form of [letter.normalize('NFD'), letter.toUpperCase(), letter.toLowerCase().normalize('NFD')])
        expect([letter, form, fold(form)]).toEqual([letter, form, fold(letter)]);
  });

  it('is the same whatever the form in which marks were typed', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(fold(text.normalize(form))).toBe(fold(text));
      }),
    );
  });

  it('folded again stays as it is, for each character there is', () => {
    const moved = everyCharacter.filter((sign) => {
      const once = fold(sign);
      return once !== sign && fold(once) !== once;
    });
    expect(moved).toEqual([]);
  });

  it('folded again stays as it is, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, someCyrillic), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 500 },
    );
  });

  it('has no marks, no capitals of Cyrillic or Latin, and no blanks but single ones between words', () => {
    fc.assert(
      fc.property(fc.oneof(texts, someCyrillic), (text) => {
        expect(fold(text)).not.toMatch(/\p{M}|[A-ZА-ЯЄІЇҐ]|^\s|\s$|\s\s|[^\S ]/u);
      }),
    );
  });

  it('is the same for each apostrophe that Ukrainian is typed with', () => {
    for (const typed of ["пам'ять", 'пам’ять', 'памʼять', 'пам`ять']) expect(fold(typed)).toBe(fold('ПАМ’ЯТЬ'));
  });
});
