import { Body, Controller, Get, Header, HttpCode, Module, Param, Post, Query } from '@nestjs/common';
import { Refusal } from '@zvit/domain';
import { GathersFaults, PageQuery } from '@zvit/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';

class Leaf {
  @IsString()
  @MaxLength(5)
  name: string;
}

class Wish {
  @IsString()
  @MaxLength(20)
  reason: string;

  @IsOptional()
  @IsInt()
  size?: number;

  @IsOptional()
  @IsIn(['open', 'closed'])
  state?: string;

  @IsOptional()
  @ValidateNested({ each: true })
  @ArrayMaxSize(3)
  @Type(() => Leaf)
  leaves?: Leaf[];
}

/** Routes that stand for all others where the frame around them is on trial. */
@Controller('things')
export class TinyController {
  @Get()
  list(@Query() query: PageQuery) {
    return { items: [query.pageSize], next: query.cursor === undefined ? 'WyJiIl0' : null };
  }

  @Get(':id')
  @Header('Cache-Control', 'private, no-cache')
  @Header('ETag', '"1"')
  one(@Param('id') id: string) {
    if (id === 'blocked')
      throw new Refusal('blocked', 'Not yet.', {
        blockers: [{ code: 'requirement', name: 'twenty-five-ratifications' }],
      });
    if (id === 'slow-down') throw new Refusal('too-many-attempts', 'Wait.', { retryAfterSeconds: 1.2 });
    if (id === 'broken') throw new TypeError('the secret of Mr. Honchar');
    return { id };
  }

  @Post()
  @HttpCode(201)
  add(@Body() wish: Wish) {
    return wish;
  }

  @Post('gathered')
  @GathersFaults()
  gather(@Body() wish: Wish, @Query() _query: PageQuery) {
    if (wish.size === 13) {
      const detail = 'No thing has this size.';
      throw new Refusal('invalid-input', detail, { faults: [{ pointer: '/size', code: 'contradiction', detail }] });
    }
    if (wish.size === 401) throw new Refusal('not-logged-in', 'Who are you?');
    return wish;
  }
}

@Module({ controllers: [TinyController] })
export class TinyModule {}
