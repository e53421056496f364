import { ValidateIf } from 'class-validator';

/** A member that has to be given and may be null: what is not known is said to be not known. */
export const Nullable = (): PropertyDecorator => ValidateIf((_, value) => value !== null);
