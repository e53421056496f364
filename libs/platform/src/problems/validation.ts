import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { type ValidationError } from 'class-validator';
import { putAside, refusalOf } from './put-aside.js';
import { standIn } from './stand-in.js';
import { validationFaults } from './validation-faults.js';

/** The one pipe that every body and query goes through: what a DTO does not name is refused by name. */
export const validation = (): ValidationPipe =>
  new FaultsPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: true },
    exceptionFactory: (errors) => new WrongShape(errors),
  });

/** What class-validator found, on its way out of the pipe of Nest. */
class WrongShape extends Error {
  constructor(readonly errors: readonly ValidationError[]) {
    super('wrong shape');
  }
}

/** Refuses at once, save bodies whose route gathers faults: there the act goes on with the rest of the body. */
class FaultsPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof WrongShape)) throw error;
      const faults = validationFaults(error.errors);
      const waits = metadata.type === 'body' && faults.length > 0 && putAside(faults);
      if (!waits) throw refusalOf(faults);
      return standIn(value, error.errors);
    }
  }
}
