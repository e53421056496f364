import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, MaxLength } from 'class-validator';
import { KnownPageQuery } from './known-page.dto.js';

const trueOrFalse = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

export class SourcesQuery extends KnownPageQuery {
  /** primary or secondary. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  type?: string;

  /** Words of the title, the publisher, the address or the data's own name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  text?: string;

  /** true: something in the record rests on it; false: nothing does. */
  @IsOptional()
  @Transform(trueOrFalse)
  @IsBoolean()
  cited?: boolean;
}
