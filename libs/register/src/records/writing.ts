import { AddRecord } from '../keeping/add-record.js';
import { RetractRecord } from '../keeping/retract-record.js';
import { ReviseRecord } from '../keeping/revise-record.js';
import { ConflictsWriteController } from '../conflicts/conflicts-write.controller.js';
import { FiguresWriteController } from '../figures/figures-write.controller.js';
import { ForecastsWriteController } from '../forecasts/forecasts-write.controller.js';
import { MechanismsWriteController } from '../mechanisms/mechanisms-write.controller.js';
import { MissionsWriteController } from '../missions/missions-write.controller.js';
import { NotesWriteController } from '../notes/notes-write.controller.js';
import { PartiesWriteController } from '../parties/parties-write.controller.js';
import { RelationsWriteController } from '../relations/relations-write.controller.js';
import { TracksWriteController } from '../tracks/tracks-write.controller.js';
import { AddCondition } from '../conditions/add-condition.js';
import { ConditionsWriteController } from '../conditions/conditions-write.controller.js';
import { RetractCondition } from '../conditions/retract-condition.js';
import { ReviseCondition } from '../conditions/revise-condition.js';
import { SettleCondition } from '../conditions/settle-condition.js';
import { AddEvent } from '../events/add-event.js';
import { EventsWriteController } from '../events/events-write.controller.js';
import { RetractEvent } from '../events/retract-event.js';
import { ReviseEvent } from '../events/revise-event.js';
import { AddParticipation } from '../participations/add-participation.js';
import { ParticipationsWriteController } from '../participations/participations-write.controller.js';
import { RecordAct } from '../participations/record-act.js';
import { RetractParticipation } from '../participations/retract-participation.js';
import { ReviseParticipation } from '../participations/revise-participation.js';
import { ConditionDecisionsController } from '../proposals/condition-decisions.controller.js';
import { ConditionProposalsReader } from '../proposals/condition-proposals.reader.js';
import { ApproveProposal, EndProposal } from '../proposals/decide-proposal.js';
import { TransitionDecisionsController } from '../proposals/transition-decisions.controller.js';
import { ProposeCorrection, ProposeRetraction } from '../transitions/propose-correction.js';
import { ProposeTransition } from '../transitions/propose-transition.js';
import { TransitionsController } from '../transitions/transitions.controller.js';
import { TransitionsReader } from '../transitions/transitions.reader.js';
import { ClassificationController } from './classification.controller.js';
import { RaiseClass } from './raise-class.js';

/** The addresses under which people write by hand. */
export const WRITING_CONTROLLERS = [
  TransitionsController,
  TransitionDecisionsController,
  ConditionsWriteController,
  ConditionDecisionsController,
  EventsWriteController,
  ParticipationsWriteController,
  ClassificationController,
  ConflictsWriteController,
  FiguresWriteController,
  ForecastsWriteController,
  MechanismsWriteController,
  MissionsWriteController,
  NotesWriteController,
  PartiesWriteController,
  RelationsWriteController,
  TracksWriteController,
];

/** The acts behind them. */
export const WRITING_ACTS = [
  TransitionsReader,
  ConditionProposalsReader,
  ProposeTransition,
  ProposeCorrection,
  ProposeRetraction,
  ApproveProposal,
  EndProposal,
  AddCondition,
  SettleCondition,
  ReviseCondition,
  RetractCondition,
  AddEvent,
  ReviseEvent,
  RetractEvent,
  AddParticipation,
  RecordAct,
  ReviseParticipation,
  RetractParticipation,
  RaiseClass,
  AddRecord,
  ReviseRecord,
  RetractRecord,
];
