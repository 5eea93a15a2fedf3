CREATE TABLE "audit_entries" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"object" text NOT NULL,
	"result" text NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "commands" (
	"meeting_id" text NOT NULL,
	"id" text NOT NULL,
	"actor_id" text NOT NULL,
	"body_hash" text NOT NULL,
	"first_seq" integer NOT NULL,
	"last_seq" integer NOT NULL,
	"answer" text NOT NULL,
	"stream" text NOT NULL,
	CONSTRAINT "commands_meeting_id_id_pk" PRIMARY KEY("meeting_id","id")
);
--> statement-breakpoint
CREATE TABLE "committee_seats" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"title" text NOT NULL,
	"is_chair" boolean NOT NULL,
	"sort" integer NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text
);
--> statement-breakpoint
CREATE TABLE "conclusion_drafts" (
	"meeting_id" text NOT NULL,
	"item_id" text NOT NULL,
	"rev" integer NOT NULL,
	"text" text NOT NULL,
	"writer_id" text,
	"writer_lease_until" bigint,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "conclusion_drafts_meeting_id_item_id_pk" PRIMARY KEY("meeting_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "login_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"meeting_id" text,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"user_agent" text NOT NULL,
	"address" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"code_hash" text NOT NULL,
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"issued_by" text NOT NULL,
	"issued_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "meeting_events" (
	"meeting_id" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text NOT NULL,
	"command_id" text NOT NULL,
	"type_version" integer NOT NULL,
	"head" text NOT NULL,
	"details" text,
	"salt" text,
	"chain" text NOT NULL,
	CONSTRAINT "meeting_events_meeting_id_seq_pk" PRIMARY KEY("meeting_id","seq")
);
--> statement-breakpoint
CREATE TABLE "meeting_participants" (
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"capacity" text NOT NULL,
	CONSTRAINT "meeting_participants_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"phase" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"place" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint,
	"record_started" boolean DEFAULT false NOT NULL,
	"head_seq" integer DEFAULT 0 NOT NULL,
	"head_chain" text DEFAULT '0000000000000000000000000000000000000000000000000000000000000000' NOT NULL,
	"prep_seq" integer DEFAULT 0 NOT NULL,
	"started_at" bigint,
	"ended_at" bigint,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "paper_access" (
	"person_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"paper_id" text NOT NULL,
	"sha256" text NOT NULL,
	"login_session" text NOT NULL,
	"opened_at" bigint NOT NULL,
	CONSTRAINT "paper_access_meeting_id_person_id_paper_id_sha256_login_session_pk" PRIMARY KEY("meeting_id","person_id","paper_id","sha256","login_session")
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"post" text NOT NULL,
	"unit_id" text NOT NULL,
	"phone" text,
	"active" boolean NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "preparation_events" (
	"meeting_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text NOT NULL,
	"command_id" text NOT NULL,
	"type" text NOT NULL,
	"type_version" integer NOT NULL,
	"details" text NOT NULL,
	CONSTRAINT "preparation_events_meeting_id_seq_pk" PRIMARY KEY("meeting_id","seq")
);
--> statement-breakpoint
CREATE TABLE "projection_cursors" (
	"name" text NOT NULL,
	"meeting_id" text NOT NULL,
	"stream" text NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "projection_cursors_name_meeting_id_pk" PRIMARY KEY("name","meeting_id")
);
--> statement-breakpoint
CREATE TABLE "reading_places" (
	"person_id" text NOT NULL,
	"paper_id" text NOT NULL,
	"page" integer NOT NULL,
	"zoom" integer NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "reading_places_person_id_paper_id_pk" PRIMARY KEY("person_id","paper_id")
);
--> statement-breakpoint
CREATE TABLE "screen_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"token_hint" text NOT NULL,
	"meeting_id" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "seat_holdings" (
	"id" text PRIMARY KEY NOT NULL,
	"seat_id" text NOT NULL,
	"person_id" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "system_roles" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"unit_id" text
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"parent_id" text,
	"valid_from" text NOT NULL,
	"valid_to" text,
	"sort_key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"pages" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"person_id" text PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"password_hash" text NOT NULL,
	"must_change" boolean NOT NULL,
	"disabled" boolean NOT NULL,
	"failed_count" integer DEFAULT 0 NOT NULL,
	"failed_at" bigint,
	"locked_until" bigint,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "users_username_unique" UNIQUE("username")
);
--> statement-breakpoint
ALTER TABLE "commands" ADD CONSTRAINT "commands_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "committee_seats" ADD CONSTRAINT "committee_seats_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conclusion_drafts" ADD CONSTRAINT "conclusion_drafts_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "login_sessions" ADD CONSTRAINT "login_sessions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "login_sessions" ADD CONSTRAINT "login_sessions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_codes" ADD CONSTRAINT "meeting_codes_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_codes" ADD CONSTRAINT "meeting_codes_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_events" ADD CONSTRAINT "meeting_events_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_participants" ADD CONSTRAINT "meeting_participants_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_participants" ADD CONSTRAINT "meeting_participants_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_access" ADD CONSTRAINT "paper_access_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_access" ADD CONSTRAINT "paper_access_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "persons_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation_events" ADD CONSTRAINT "preparation_events_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projection_cursors" ADD CONSTRAINT "projection_cursors_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_places" ADD CONSTRAINT "reading_places_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screen_links" ADD CONSTRAINT "screen_links_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_holdings" ADD CONSTRAINT "seat_holdings_seat_id_committee_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."committee_seats"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_holdings" ADD CONSTRAINT "seat_holdings_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "system_roles" ADD CONSTRAINT "system_roles_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "system_roles" ADD CONSTRAINT "system_roles_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_parent_id_units_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."units"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_by_time" ON "audit_entries" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_entries_by_actor" ON "audit_entries" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "committee_seats_by_unit" ON "committee_seats" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "login_sessions_by_person" ON "login_sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "login_sessions_by_expiry" ON "login_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "meeting_codes_by_hash" ON "meeting_codes" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "meeting_codes_by_meeting" ON "meeting_codes" USING btree ("meeting_id","person_id");--> statement-breakpoint
CREATE INDEX "meeting_participants_by_person" ON "meeting_participants" USING btree ("person_id","meeting_id");--> statement-breakpoint
CREATE INDEX "meetings_by_phase" ON "meetings" USING btree ("phase","starts_at");--> statement-breakpoint
CREATE INDEX "meetings_by_start" ON "meetings" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "meetings_by_unit" ON "meetings" USING btree ("unit_id","starts_at");--> statement-breakpoint
CREATE INDEX "paper_access_by_person" ON "paper_access" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "persons_by_unit" ON "persons" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "screen_links_by_meeting" ON "screen_links" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "seat_holdings_by_seat" ON "seat_holdings" USING btree ("seat_id");--> statement-breakpoint
CREATE INDEX "seat_holdings_by_person" ON "seat_holdings" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "system_roles_by_person" ON "system_roles" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "units_by_parent" ON "units" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "units_by_code" ON "units" USING btree ("code");--> statement-breakpoint
CREATE INDEX "uploads_by_meeting" ON "uploads" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "uploads_by_sha256" ON "uploads" USING btree ("sha256");