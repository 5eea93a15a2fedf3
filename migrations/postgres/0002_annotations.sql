CREATE TABLE "annotation_heads" (
	"meeting_id" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "annotation_shares" (
	"annotation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"is_active" boolean NOT NULL,
	CONSTRAINT "annotation_shares_annotation_id_person_id_pk" PRIMARY KEY("annotation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "annotations" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"paper_id" text NOT NULL,
	"version" integer NOT NULL,
	"page" integer NOT NULL,
	"type" text NOT NULL,
	"owner_id" text NOT NULL,
	"sharing" text NOT NULL,
	"was_shared_with_all" boolean NOT NULL,
	"body" jsonb,
	"updated_at" bigint NOT NULL,
	"act_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"deleted_at" bigint,
	"seq" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "derived_files" (
	"source_sha256" text NOT NULL,
	"kind" text NOT NULL,
	"sha256" text,
	"state" text NOT NULL,
	"facts" jsonb NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "derived_files_source_sha256_kind_pk" PRIMARY KEY("source_sha256","kind")
);
--> statement-breakpoint
CREATE TABLE "paper_texts" (
	"sha256" text NOT NULL,
	"page" integer NOT NULL,
	"label" text,
	"text" text NOT NULL,
	"lines" jsonb NOT NULL,
	"is_recognised" boolean NOT NULL,
	CONSTRAINT "paper_texts_sha256_page_pk" PRIMARY KEY("sha256","page")
);
--> statement-breakpoint
CREATE TABLE "remarks" (
	"annotation_id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"answer" text NOT NULL,
	"treated_by" text NOT NULL,
	"treated_at" bigint NOT NULL,
	"rev" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "version_comparisons" (
	"from_sha256" text NOT NULL,
	"to_sha256" text NOT NULL,
	"comparison" jsonb NOT NULL,
	"made_at" bigint NOT NULL,
	CONSTRAINT "version_comparisons_from_sha256_to_sha256_pk" PRIMARY KEY("from_sha256","to_sha256")
);
--> statement-breakpoint
ALTER TABLE "annotation_heads" ADD CONSTRAINT "annotation_heads_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotation_shares" ADD CONSTRAINT "annotation_shares_annotation_id_annotations_id_fk" FOREIGN KEY ("annotation_id") REFERENCES "public"."annotations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotation_shares" ADD CONSTRAINT "annotation_shares_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annotations" ADD CONSTRAINT "annotations_owner_id_persons_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_annotation_id_annotations_id_fk" FOREIGN KEY ("annotation_id") REFERENCES "public"."annotations"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remarks" ADD CONSTRAINT "remarks_treated_by_persons_id_fk" FOREIGN KEY ("treated_by") REFERENCES "public"."persons"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "annotation_shares_by_person" ON "annotation_shares" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "annotations_by_meeting" ON "annotations" USING btree ("meeting_id","seq");--> statement-breakpoint
CREATE INDEX "annotations_by_paper" ON "annotations" USING btree ("meeting_id","paper_id","version");--> statement-breakpoint
CREATE INDEX "annotations_by_owner" ON "annotations" USING btree ("owner_id","meeting_id","seq");