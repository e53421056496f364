export { checkParticipation } from './check-participation.js';
export { orderedActs } from './ordered-acts.js';
export {
  type Effect,
  type Effects,
  type Participation,
  PARTICIPATION_ENDS,
  type ParticipationAct,
  type ParticipationEnd,
  type Summary,
  summaryOf,
} from './participation.js';
export { type Period, periodsOf } from './periods.js';
export { type Standing, standingIn, standingOn, STANDINGS } from './standing.js';
