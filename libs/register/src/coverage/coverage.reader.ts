import { Injectable } from '@nestjs/common';
import { BY_KEY, recordPage } from '@zvit/evidence';
import { Store, type View } from '@zvit/store';
import { namedIds } from '../reading/asked.js';
import { type Plain } from '../reading/head.dto.js';
import { NamedMechanismDto } from '../reading/named.dto.js';
import { ofMechanisms } from '../timeline/timeline-filter.js';
import { type CoverageCountsDto, type CoveragePageDto } from './coverage.dto.js';
import { type CoverageQuery } from './coverage-query.dto.js';
import { backedSql, LACKING, STATING } from './statements-sql.js';

interface Counted {
  readonly mechanism_id: string | null;
  readonly statements: number;
  readonly primary_only: number;
  readonly secondary_only: number;
  readonly both: number;
  readonly single: number;
  readonly unverified: number;
  readonly unquoted: number;
  readonly unplaced: number;
}

@Injectable()
export class CoverageReader {
  constructor(private readonly store: Store) {}

  async counts(view: View, query: CoverageQuery): Promise<CoveragePageDto> {
    const { db } = this.store;
    const ids = query.mechanism && (await namedIds(db, view, 'mechanism', query.mechanism));
    const counted = await this.counted(view, query, ids);
    const page = await recordPage(db, view, query, {
      type: 'mechanism',
      where: ofMechanisms('t.id', ids),
      order: BY_KEY,
    });
    const of = (id: string) => counts(counted.filter((row) => row.mechanism_id === id));
    const items = page.items.map((row) => ({ mechanism: NamedMechanismDto.from(row), ...of(row.id) }));
    return { all: counts(counted), items, next: page.next };
  }

  private counted(view: View, query: CoverageQuery, ids: readonly string[] | undefined): Promise<Counted[]> {
    const number = (condition: string) => `CAST(sum(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS integer)`;
    const conditions = ofMechanisms('u.mechanism_id', ids);
    return this.store.db.all<Counted>(
      `SELECT u.mechanism_id, CAST(count(*) AS integer) AS statements,
         ${number('b.from_primary = 1 AND b.from_secondary = 0')} AS primary_only,
         ${number('b.from_primary = 0 AND b.from_secondary = 1')} AS secondary_only,
         ${number('b.from_primary = 1 AND b.from_secondary = 1')} AS "both",
         ${number(LACKING['single-source'])} AS single, ${number(LACKING.verification)} AS unverified,
         ${number(LACKING.quote)} AS unquoted, ${number(LACKING.locator)} AS unplaced
       FROM ${backedSql(view, query.type?.length ? query.type : STATING)}
       WHERE ${['1 = 1', ...conditions.map((one) => one.sql)].join(' AND ')} GROUP BY u.mechanism_id`,
      conditions.flatMap((one) => one.params),
    );
  }
}

function counts(rows: readonly Counted[]): Plain<CoverageCountsDto> {
  const sum = (name: Exclude<keyof Counted, 'mechanism_id'>) => rows.reduce((total, row) => total + row[name], 0);
  return {
    statements: sum('statements'),
    bySourceClass: { primary: sum('primary_only'), secondary: sum('secondary_only'), both: sum('both') },
    singleSourced: sum('single'),
    unverified: sum('unverified'),
    withoutQuote: sum('unquoted'),
    withoutLocator: sum('unplaced'),
  };
}
