CREATE TABLE `annotation_heads` (
	`meeting_id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `annotation_shares` (
	`annotation_id` text NOT NULL,
	`person_id` text NOT NULL,
	`is_active` integer NOT NULL,
	PRIMARY KEY(`annotation_id`, `person_id`),
	FOREIGN KEY (`annotation_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`person_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `annotation_shares_by_person` ON `annotation_shares` (`person_id`);--> statement-breakpoint
CREATE TABLE `annotations` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`paper_id` text NOT NULL,
	`version` integer NOT NULL,
	`page` integer NOT NULL,
	`type` text NOT NULL,
	`owner_id` text NOT NULL,
	`sharing` text NOT NULL,
	`was_shared_with_all` integer NOT NULL,
	`body` text,
	`updated_at` integer NOT NULL,
	`act_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`deleted_at` integer,
	`seq` integer NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`owner_id`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE INDEX `annotations_by_meeting` ON `annotations` (`meeting_id`,`seq`);--> statement-breakpoint
CREATE INDEX `annotations_by_paper` ON `annotations` (`meeting_id`,`paper_id`,`version`);--> statement-breakpoint
CREATE INDEX `annotations_by_owner` ON `annotations` (`owner_id`,`meeting_id`,`seq`);--> statement-breakpoint
CREATE TABLE `derived_files` (
	`source_sha256` text NOT NULL,
	`kind` text NOT NULL,
	`sha256` text,
	`state` text NOT NULL,
	`facts` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`source_sha256`, `kind`)
);
--> statement-breakpoint
CREATE TABLE `paper_texts` (
	`sha256` text NOT NULL,
	`page` integer NOT NULL,
	`label` text,
	`text` text NOT NULL,
	`lines` text NOT NULL,
	`is_recognised` integer NOT NULL,
	PRIMARY KEY(`sha256`, `page`)
);
--> statement-breakpoint
CREATE TABLE `remarks` (
	`annotation_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`answer` text NOT NULL,
	`treated_by` text NOT NULL,
	`treated_at` integer NOT NULL,
	`rev` integer NOT NULL,
	FOREIGN KEY (`annotation_id`) REFERENCES `annotations`(`id`) ON UPDATE no action ON DELETE restrict,
	FOREIGN KEY (`treated_by`) REFERENCES `persons`(`id`) ON UPDATE no action ON DELETE restrict
);
--> statement-breakpoint
CREATE TABLE `version_comparisons` (
	`from_sha256` text NOT NULL,
	`to_sha256` text NOT NULL,
	`comparison` text NOT NULL,
	`made_at` integer NOT NULL,
	PRIMARY KEY(`from_sha256`, `to_sha256`)
);
