import { Module } from '@nestjs/common';
import { ChangesController } from './changes/changes.controller.js';
import { ChangesReader } from './changes/changes.reader.js';
import { ConditionReader } from './conditions/condition.reader.js';
import { MechanismConditionsController } from './conditions/mechanism-conditions.controller.js';
import { ConflictReader } from './conflicts/conflict.reader.js';
import { ConflictsController } from './conflicts/conflicts.controller.js';
import { CoverageController } from './coverage/coverage.controller.js';
import { CoverageReader } from './coverage/coverage.reader.js';
import { UncoveredReader } from './coverage/uncovered.reader.js';
import { FigureReader } from './figures/figure.reader.js';
import { FiguresController } from './figures/figures.controller.js';
import { ForecastReader } from './forecasts/forecast.reader.js';
import { ForecastsController } from './forecasts/forecasts.controller.js';
import { HistoryController } from './history/history.controller.js';
import { HistoryReader } from './history/history.reader.js';
import { TakeHistory } from './history/take-history.js';
import { LibraryController } from './library/library.controller.js';
import { LifecycleReader } from './library/lifecycle.reader.js';
import { PartyReader } from './library/party.reader.js';
import { VocabularyReader } from './library/vocabulary.reader.js';
import { MechanismReader } from './mechanisms/mechanism.reader.js';
import { MechanismsController } from './mechanisms/mechanisms.controller.js';
import { MissionReader } from './missions/mission.reader.js';
import { MissionsController } from './missions/missions.controller.js';
import { NoteReader } from './notes/note.reader.js';
import { NotesController } from './notes/notes.controller.js';
import { ParticipantReader } from './participants/participant.reader.js';
import { ParticipantsController } from './participants/participants.controller.js';
import { WRITING_ACTS, WRITING_CONTROLLERS } from './records/writing.js';
import { ProposalReader } from './proposals/proposal.reader.js';
import { ProposalsController } from './proposals/proposals.controller.js';
import { RelationReader } from './relations/relation.reader.js';
import { RelationsController } from './relations/relations.controller.js';
import { TimelineController } from './timeline/timeline.controller.js';
import { TimelineReader } from './timeline/timeline.reader.js';
import { TrackReader } from './tracks/track.reader.js';
import { TracksController } from './tracks/tracks.controller.js';

const READERS = [
  ChangesReader,
  ConditionReader,
  ConflictReader,
  CoverageReader,
  FigureReader,
  ForecastReader,
  HistoryReader,
  LifecycleReader,
  MechanismReader,
  MissionReader,
  NoteReader,
  ParticipantReader,
  PartyReader,
  ProposalReader,
  RelationReader,
  TimelineReader,
  TrackReader,
  UncoveredReader,
  VocabularyReader,
];

/** What happened: mechanisms with everything that is theirs, and the history of all of it. */
@Module({
  controllers: [
    MechanismsController,
    TimelineController,
    ParticipantsController,
    MechanismConditionsController,
    ForecastsController,
    FiguresController,
    TracksController,
    MissionsController,
    RelationsController,
    ConflictsController,
    NotesController,
    LibraryController,
    HistoryController,
    ChangesController,
    ProposalsController,
    CoverageController,
    ...WRITING_CONTROLLERS,
  ],
  providers: [...READERS, TakeHistory, ...WRITING_ACTS],
})
export class RegisterModule {}
