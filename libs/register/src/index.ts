export { REGISTER_SPECS } from './records/specs.js';
