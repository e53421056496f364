import { AddSource } from './add-source.js';
import { RetractSource } from './retract-source.js';
import { ReviseSource } from './revise-source.js';
import { SourcesWriteController } from './sources-write.controller.js';

/** What writes sources: for the module of this room. */
export const SOURCE_WRITING = {
  controllers: [SourcesWriteController],
  acts: [AddSource, ReviseSource, RetractSource],
};
