/** The ledger, the access journal, and the tables that all records share. `$C` stands for the collation by bytes. */
export const LEDGER_TABLES_SQL = `
CREATE TABLE "entry" (
  "seq" integer NOT NULL, "bytes" text NOT NULL, "leaf_hash" varchar(64)$C NOT NULL,
  PRIMARY KEY ("seq")
);
CREATE UNIQUE INDEX "ux_entry_leaf_hash" ON "entry" ("leaf_hash");
CREATE TABLE "disclosure" (
  "seq" integer NOT NULL, "digest" varchar(43)$C NOT NULL, "encoded" text NOT NULL,
  PRIMARY KEY ("seq", "digest")
);
CREATE TABLE "erasure" (
  "seq" integer NOT NULL, "digest" varchar(43)$C NOT NULL, "by_seq" integer NOT NULL,
  PRIMARY KEY ("seq", "digest")
);
CREATE TABLE "tree_node" (
  "level" integer NOT NULL, "position" integer NOT NULL, "hash" varchar(64)$C NOT NULL,
  PRIMARY KEY ("level", "position")
);
CREATE TABLE "access_journal" (
  "seq" integer NOT NULL, "bytes" text NOT NULL, "hash" varchar(64)$C NOT NULL,
  PRIMARY KEY ("seq")
);
CREATE TABLE "record" (
  "id" varchar(26)$C NOT NULL, "type" varchar(20)$C NOT NULL, "key" varchar(200)$C,
  "mechanism_id" varchar(26)$C, "second_id" varchar(26)$C, "version" integer NOT NULL,
  "own_rank" integer NOT NULL, "rank" integer NOT NULL, "retracted" integer NOT NULL,
  "created_seq" integer NOT NULL, "head_seq" integer NOT NULL,
  PRIMARY KEY ("id")
);
CREATE INDEX "ix_record_mechanism_id" ON "record" ("mechanism_id");
CREATE INDEX "ix_record_second_id" ON "record" ("second_id");
CREATE UNIQUE INDEX "ux_record_type_key" ON "record" ("type", "key");
CREATE TABLE "act" (
  "seq" integer NOT NULL, "recorded_at" varchar(24)$C NOT NULL, "actor" varchar(26)$C NOT NULL,
  "act" varchar(60)$C NOT NULL, "record_type" varchar(20)$C NOT NULL, "record_id" varchar(26)$C NOT NULL,
  "version" integer NOT NULL, "batch" varchar(26)$C, "mechanism_id" varchar(26)$C, "rank" integer NOT NULL,
  "shown" integer NOT NULL, "idempotency_key" varchar(64)$C, "fingerprint" varchar(64)$C,
  PRIMARY KEY ("seq")
);
CREATE INDEX "ix_act_recorded_at" ON "act" ("recorded_at");
CREATE INDEX "ix_act_record_id_seq" ON "act" ("record_id", "seq");
CREATE INDEX "ix_act_mechanism_id_seq" ON "act" ("mechanism_id", "seq");
CREATE INDEX "ix_act_actor_seq" ON "act" ("actor", "seq");
CREATE INDEX "ix_act_batch" ON "act" ("batch");
CREATE UNIQUE INDEX "ux_act_actor_idempotency_key" ON "act" ("actor", "idempotency_key");
CREATE TABLE "subject" (
  "seq" integer NOT NULL, "record_id" varchar(26)$C NOT NULL,
  PRIMARY KEY ("seq", "record_id")
);
CREATE INDEX "ix_subject_record_id_seq" ON "subject" ("record_id", "seq");
CREATE TABLE "record_rank" (
  "record_id" varchar(26)$C NOT NULL, "from_seq" integer NOT NULL, "until_seq" integer NOT NULL,
  "rank" integer NOT NULL, "shown" integer NOT NULL,
  PRIMARY KEY ("record_id", "from_seq")
);
CREATE TABLE "touched" (
  "scope" varchar(26)$C NOT NULL, "rank" integer NOT NULL, "seq" integer NOT NULL,
  "reclassed_seq" integer NOT NULL,
  PRIMARY KEY ("scope", "rank")
);
CREATE TABLE "citation" (
  "record_id" varchar(26)$C NOT NULL, "path" varchar(100)$C NOT NULL, "n" integer NOT NULL,
  "source_id" varchar(26)$C NOT NULL, "locator" text, "quote" text, "from_seq" integer NOT NULL,
  "until_seq" integer NOT NULL,
  PRIMARY KEY ("record_id", "path", "n"),
  CONSTRAINT "fk_citation_source_id" FOREIGN KEY ("source_id") REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX "ix_citation_source_id" ON "citation" ("source_id");
`;
