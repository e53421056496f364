import { expect } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type World } from './world.js';

/** An answer as it comes; a test fails when it is not what it says. */
export type Item = Record<string, ReturnType<typeof JSON.parse>>;

/** The mechanisms' files, as any reader of YAML sees them. */
export const RECORDS: readonly Item[] = readdirSync('data/reference/mechanisms').map((name) =>
  parse(readFileSync(`data/reference/mechanisms/${name}`, 'utf8')),
);
export const recordOf = (slug: string): Item => RECORDS.find((record) => record.id === slug)!;

/** The body of an answer that has to have a status. */
export async function get(world: World, who: string, path: string, status = 200): Promise<Item> {
  const answer = await world.as(who).get(path);
  expect({ path, status: answer.status, ...(answer.status >= 500 && { body: answer.body }) }).toEqual({ path, status });
  return answer.body;
}

/** Every item of a list, page after page. */
export async function all(world: World, who: string, path: string, pageSize = 200): Promise<Item[]> {
  const items: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = `${path.includes('?') ? '&' : '?'}pageSize=${pageSize}${cursor && `&cursor=${cursor}`}`;
    const body = await get(world, who, path + query);
    expect(body.items.length).toBeLessThanOrEqual(pageSize);
    items.push(...body.items);
    cursor = body.next;
  }
  return items;
}
