import { ValidationPipe } from '@nestjs/common';
import { Refusal, refuseFaults } from '@zvit/domain';
import { validationFaults } from './validation-faults.js';

/** The one pipe that every body and query goes through: what a DTO does not name is refused by name. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: true },
    exceptionFactory: (errors) => {
      try {
        refuseFaults(validationFaults(errors));
      } catch (refusal) {
        return refusal;
      }
      return new Refusal('invalid-input', 'The input has another shape than expected.');
    },
  });
