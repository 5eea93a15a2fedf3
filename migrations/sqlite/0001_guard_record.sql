-- A guard against accidents: whoever owns the database can lift it. What proves a record is its chain and the checkpoints.
CREATE TRIGGER `meeting_events_keep_rows` BEFORE DELETE ON `meeting_events`
BEGIN
	SELECT RAISE(ABORT, 'the record of a meeting cannot be deleted');
END;
--> statement-breakpoint
-- Details may be erased, together with their salt; all else stays as it was sealed.
CREATE TRIGGER `meeting_events_keep_values` BEFORE UPDATE ON `meeting_events`
WHEN NEW.`meeting_id` IS NOT OLD.`meeting_id`
	OR NEW.`seq` IS NOT OLD.`seq`
	OR NEW.`type` IS NOT OLD.`type`
	OR NEW.`at` IS NOT OLD.`at`
	OR NEW.`actor_id` IS NOT OLD.`actor_id`
	OR NEW.`command_id` IS NOT OLD.`command_id`
	OR NEW.`type_version` IS NOT OLD.`type_version`
	OR NEW.`head` IS NOT OLD.`head`
	OR NEW.`chain` IS NOT OLD.`chain`
	OR (
		(NEW.`details` IS NOT OLD.`details` OR NEW.`salt` IS NOT OLD.`salt`)
		AND (NEW.`details` IS NOT NULL OR NEW.`salt` IS NOT NULL)
	)
BEGIN
	SELECT RAISE(ABORT, 'the record of a meeting cannot be changed');
END;
