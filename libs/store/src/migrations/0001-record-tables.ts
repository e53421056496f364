/** One table for each kind of record, and the tables of log-in. `$C` stands for the collation by bytes. */
export const RECORD_TABLES_SQL = `
CREATE TABLE "mechanism" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "kind" varchar(100)$C NOT NULL,
  "lifecycle_id" varchar(26)$C NOT NULL, "folded" text NOT NULL,
  PRIMARY KEY ("id", "from_seq")
);
CREATE INDEX "ix_mechanism_mechanism_id_until_seq" ON "mechanism" ("mechanism_id", "until_seq");
CREATE TABLE "participation" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "path" varchar(100)$C NOT NULL, "cited" integer NOT NULL,
  "party_id" varchar(26)$C NOT NULL, "role" varchar(100)$C NOT NULL,
  PRIMARY KEY ("id", "from_seq"),
  CONSTRAINT "fk_participation_id_path_cited" FOREIGN KEY ("id", "path", "cited") REFERENCES "citation" ("record_id", "path", "n") DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX "ix_participation_mechanism_id_until_seq" ON "participation" ("mechanism_id", "until_seq");
CREATE INDEX "ix_participation_party_id" ON "participation" ("party_id");
CREATE TABLE "event" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "path" varchar(100)$C NOT NULL, "cited" integer NOT NULL,
  "kind" varchar(100)$C NOT NULL, "earliest" varchar(10)$C, "latest" varchar(10)$C,
  "sort" varchar(64)$C NOT NULL, "folded" text NOT NULL,
  PRIMARY KEY ("id", "from_seq"),
  CONSTRAINT "fk_event_id_path_cited" FOREIGN KEY ("id", "path", "cited") REFERENCES "citation" ("record_id", "path", "n") DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX "ix_event_mechanism_id_until_seq" ON "event" ("mechanism_id", "until_seq");
CREATE INDEX "ix_event_mechanism_id_sort_id" ON "event" ("mechanism_id", "sort", "id");
CREATE INDEX "ix_event_sort_id" ON "event" ("sort", "id");
CREATE TABLE "transition" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "path" varchar(100)$C NOT NULL, "cited" integer NOT NULL,
  "from_status" varchar(100)$C, "to_status" varchar(100)$C NOT NULL, "earliest" varchar(10)$C,
  "latest" varchar(10)$C, "position" integer NOT NULL,
  PRIMARY KEY ("id", "from_seq"),
  CONSTRAINT "fk_transition_id_path_cited" FOREIGN KEY ("id", "path", "cited") REFERENCES "citation" ("record_id", "path", "n") DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX "ix_transition_mechanism_id_until_seq" ON "transition" ("mechanism_id", "until_seq");
CREATE TABLE "condition" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "path" varchar(100)$C NOT NULL, "cited" integer NOT NULL,
  "holder" varchar(26)$C NOT NULL, "bears_on" varchar(120)$C NOT NULL, "status" varchar(100)$C NOT NULL,
  PRIMARY KEY ("id", "from_seq"),
  CONSTRAINT "fk_condition_id_path_cited" FOREIGN KEY ("id", "path", "cited") REFERENCES "citation" ("record_id", "path", "n") DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX "ix_condition_mechanism_id_until_seq" ON "condition" ("mechanism_id", "until_seq");
CREATE TABLE "mission" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "path" varchar(100)$C NOT NULL, "cited" integer NOT NULL,
  "number" integer NOT NULL,
  PRIMARY KEY ("id", "from_seq"),
  CONSTRAINT "fk_mission_id_path_cited" FOREIGN KEY ("id", "path", "cited") REFERENCES "citation" ("record_id", "path", "n") DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX "ix_mission_mechanism_id_until_seq" ON "mission" ("mechanism_id", "until_seq");
CREATE TABLE "track" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "path" varchar(100)$C NOT NULL, "cited" integer NOT NULL,
  "status" varchar(100)$C NOT NULL,
  PRIMARY KEY ("id", "from_seq"),
  CONSTRAINT "fk_track_id_path_cited" FOREIGN KEY ("id", "path", "cited") REFERENCES "citation" ("record_id", "path", "n") DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX "ix_track_mechanism_id_until_seq" ON "track" ("mechanism_id", "until_seq");
CREATE TABLE "relation" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "path" varchar(100)$C NOT NULL, "cited" integer NOT NULL,
  "type" varchar(100)$C NOT NULL, "target_id" varchar(26)$C NOT NULL,
  PRIMARY KEY ("id", "from_seq"),
  CONSTRAINT "fk_relation_id_path_cited" FOREIGN KEY ("id", "path", "cited") REFERENCES "citation" ("record_id", "path", "n") DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX "ix_relation_mechanism_id_until_seq" ON "relation" ("mechanism_id", "until_seq");
CREATE INDEX "ix_relation_target_id" ON "relation" ("target_id");
CREATE TABLE "forecast" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "path" varchar(100)$C NOT NULL, "cited" integer NOT NULL,
  "outcome" varchar(100)$C NOT NULL, "earliest" varchar(10)$C, "latest" varchar(10)$C,
  PRIMARY KEY ("id", "from_seq"),
  CONSTRAINT "fk_forecast_id_path_cited" FOREIGN KEY ("id", "path", "cited") REFERENCES "citation" ("record_id", "path", "n") DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX "ix_forecast_mechanism_id_until_seq" ON "forecast" ("mechanism_id", "until_seq");
CREATE TABLE "figure" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "path" varchar(100)$C NOT NULL, "cited" integer NOT NULL,
  "measure" varchar(100)$C NOT NULL, "earliest" varchar(10)$C, "latest" varchar(10)$C,
  PRIMARY KEY ("id", "from_seq"),
  CONSTRAINT "fk_figure_id_path_cited" FOREIGN KEY ("id", "path", "cited") REFERENCES "citation" ("record_id", "path", "n") DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX "ix_figure_mechanism_id_until_seq" ON "figure" ("mechanism_id", "until_seq");
CREATE TABLE "conflict" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "field" text NOT NULL,
  PRIMARY KEY ("id", "from_seq")
);
CREATE INDEX "ix_conflict_mechanism_id_until_seq" ON "conflict" ("mechanism_id", "until_seq");
CREATE TABLE "note" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL,
  PRIMARY KEY ("id", "from_seq")
);
CREATE INDEX "ix_note_mechanism_id_until_seq" ON "note" ("mechanism_id", "until_seq");
CREATE TABLE "party" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "type" varchar(20)$C NOT NULL,
  PRIMARY KEY ("id", "from_seq")
);
CREATE INDEX "ix_party_mechanism_id_until_seq" ON "party" ("mechanism_id", "until_seq");
CREATE TABLE "source" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "type" varchar(20)$C NOT NULL, "part_of" varchar(26)$C, "folded" text NOT NULL,
  PRIMARY KEY ("id", "from_seq")
);
CREATE INDEX "ix_source_mechanism_id_until_seq" ON "source" ("mechanism_id", "until_seq");
CREATE TABLE "lifecycle" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL,
  PRIMARY KEY ("id", "from_seq")
);
CREATE INDEX "ix_lifecycle_mechanism_id_until_seq" ON "lifecycle" ("mechanism_id", "until_seq");
CREATE TABLE "vocabulary" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL,
  PRIMARY KEY ("id", "from_seq")
);
CREATE INDEX "ix_vocabulary_mechanism_id_until_seq" ON "vocabulary" ("mechanism_id", "until_seq");
CREATE TABLE "person" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL,
  PRIMARY KEY ("id", "from_seq")
);
CREATE INDEX "ix_person_mechanism_id_until_seq" ON "person" ("mechanism_id", "until_seq");
CREATE TABLE "account" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "person_id" varchar(26)$C NOT NULL,
  "username" varchar(120)$C NOT NULL, "state" varchar(20)$C NOT NULL,
  PRIMARY KEY ("id", "from_seq")
);
CREATE INDEX "ix_account_mechanism_id_until_seq" ON "account" ("mechanism_id", "until_seq");
CREATE INDEX "ix_account_username" ON "account" ("username");
CREATE TABLE "token" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL, "account_id" varchar(26)$C NOT NULL,
  "hash" varchar(64)$C NOT NULL, "expires_at" varchar(24)$C NOT NULL,
  PRIMARY KEY ("id", "from_seq")
);
CREATE INDEX "ix_token_mechanism_id_until_seq" ON "token" ("mechanism_id", "until_seq");
CREATE INDEX "ix_token_hash" ON "token" ("hash");
CREATE TABLE "batch" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL,
  PRIMARY KEY ("id", "from_seq")
);
CREATE INDEX "ix_batch_mechanism_id_until_seq" ON "batch" ("mechanism_id", "until_seq");
CREATE TABLE "export" (
  "id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "version" integer NOT NULL, "key" varchar(200)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "content" text NOT NULL,
  PRIMARY KEY ("id", "from_seq")
);
CREATE INDEX "ix_export_mechanism_id_until_seq" ON "export" ("mechanism_id", "until_seq");
CREATE TABLE "participation_act" (
  "record_id" varchar(26)$C NOT NULL, "n" integer NOT NULL, "from_seq" integer NOT NULL,
  "until_seq" integer NOT NULL, "mechanism_id" varchar(26)$C NOT NULL, "party_id" varchar(26)$C NOT NULL,
  "act" varchar(100)$C NOT NULL, "earliest" varchar(10)$C, "latest" varchar(10)$C,
  "path" varchar(100)$C NOT NULL, "cited" integer NOT NULL,
  PRIMARY KEY ("record_id", "n", "from_seq"),
  CONSTRAINT "fk_participation_act_record_id_path_cited" FOREIGN KEY ("record_id", "path", "cited") REFERENCES "citation" ("record_id", "path", "n") DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX "ix_participation_act_mechanism_id_act" ON "participation_act" ("mechanism_id", "act");
CREATE TABLE "statement" (
  "record_id" varchar(26)$C NOT NULL, "path" varchar(100)$C NOT NULL, "from_seq" integer NOT NULL,
  "until_seq" integer NOT NULL, "cited" integer NOT NULL,
  PRIMARY KEY ("record_id", "path", "from_seq"),
  CONSTRAINT "fk_statement_record_id_path_cited" FOREIGN KEY ("record_id", "path", "cited") REFERENCES "citation" ("record_id", "path", "n") DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE "proposal" (
  "id" varchar(26)$C NOT NULL, "number" integer NOT NULL, "from_seq" integer NOT NULL,
  "until_seq" integer NOT NULL, "record_type" varchar(20)$C NOT NULL, "verb" varchar(40)$C NOT NULL,
  "state" varchar(20)$C NOT NULL, "mechanism_id" varchar(26)$C, "rests_on" text NOT NULL,
  "proposer" varchar(26)$C NOT NULL, "decider" varchar(26)$C, "proposed_seq" integer NOT NULL,
  "content_hash" varchar(64)$C NOT NULL, "rank" integer NOT NULL, "shown" integer NOT NULL,
  "fields" text NOT NULL,
  PRIMARY KEY ("id", "number", "from_seq")
);
CREATE INDEX "ix_proposal_mechanism_id_state" ON "proposal" ("mechanism_id", "state");
CREATE INDEX "ix_proposal_until_seq_state" ON "proposal" ("until_seq", "state");
CREATE TABLE "credential" (
  "account_id" varchar(26)$C NOT NULL, "encoded" text NOT NULL,
  PRIMARY KEY ("account_id")
);
CREATE TABLE "session" (
  "id_hash" varchar(64)$C NOT NULL, "account_id" varchar(26)$C NOT NULL, "created_at" varchar(24)$C NOT NULL,
  "expires_at" varchar(24)$C NOT NULL, "seen_at" varchar(24)$C NOT NULL, "revoked_at" varchar(24)$C,
  PRIMARY KEY ("id_hash")
);
CREATE INDEX "ix_session_account_id" ON "session" ("account_id");
CREATE TABLE "invitation" (
  "hash" varchar(64)$C NOT NULL, "account_id" varchar(26)$C, "expires_at" varchar(24)$C NOT NULL,
  PRIMARY KEY ("hash")
);
`;
