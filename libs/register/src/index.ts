export { ImportReference, type ImportSummary } from './import/import-reference.js';
export { REGISTER_SPECS } from './records/specs.js';
export { RegisterModule } from './register.module.js';
