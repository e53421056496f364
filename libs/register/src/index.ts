export { ImportReference, type ImportSummary, type ImportWishes, type LeftAlone } from './import/import-reference.js';
export { REGISTER_SPECS } from './records/specs.js';
export { RegisterModule } from './register.module.js';
