ALTER TABLE `annotation_shares` ADD `left_seq` integer;--> statement-breakpoint
ALTER TABLE `annotations` ADD `unshared_seq` integer;--> statement-breakpoint
UPDATE `annotations` SET `unshared_seq` = `seq` WHERE `was_shared_with_all` = 1 AND `sharing` <> 'all';--> statement-breakpoint
UPDATE `annotation_shares` SET `left_seq` = (SELECT `seq` FROM `annotations` WHERE `id` = `annotation_id`) WHERE `is_active` = 0;
