import { type Content, type Json } from '@zvit/domain';
import { type CitationDto } from '@zvit/evidence';
import { type Beside, citationDtos } from './beside.js';

const isGroup = (value: Json | undefined): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every statement in a content that carries citations, with its path: '' for the record's own. */
export function citedStatements(content: Content, path = ''): [path: string, statement: Content][] {
  const inner = Object.entries(content).flatMap(([name, value]) =>
    name !== 'citations' && isGroup(value) ? citedStatements(value, `${path}/${name}`) : [],
  );
  return isGroup(content.citations) ? [[path, content], ...inner] : inner;
}

/** Where citations stand: those that the record has already, and those that come with the proposal. */
interface Places {
  readonly standing: string;
  readonly proposed: string;
}

/** What a record would rest on, each citation at its place. */
export function evidenceOf(before: Content, after: Content, places: Places, beside: Beside): CitationDto[] {
  const had = new Map(citedStatements(before).map(([path, { citations }]) => [path, citations as Content]));
  return citedStatements(after).flatMap(([path, { citations }]) =>
    Object.entries(citations as Content).flatMap(([n, citation]) => {
      const place = had.get(path)?.[n] === undefined ? places.proposed : places.standing;
      return citationDtos({ citations: { [n]: citation } }, place + path, beside);
    }),
  );
}
