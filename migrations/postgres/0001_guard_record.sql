-- A guard against accidents: whoever owns the database can lift it. What proves a record is its chain and the checkpoints.
CREATE FUNCTION "refuse_change_of_record"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the record of a meeting cannot be %', CASE TG_OP WHEN 'UPDATE' THEN 'changed' ELSE 'deleted' END;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "meeting_events_keep_rows" BEFORE DELETE ON "meeting_events"
FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_record"();
--> statement-breakpoint
CREATE TRIGGER "meeting_events_keep_table" BEFORE TRUNCATE ON "meeting_events"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_record"();
--> statement-breakpoint
-- Details may be erased, together with their salt; all else stays as it was sealed.
CREATE TRIGGER "meeting_events_keep_values" BEFORE UPDATE ON "meeting_events"
FOR EACH ROW WHEN (
	(NEW."meeting_id", NEW."seq", NEW."type", NEW."at", NEW."actor_id", NEW."command_id", NEW."type_version", NEW."head", NEW."chain")
	IS DISTINCT FROM
	(OLD."meeting_id", OLD."seq", OLD."type", OLD."at", OLD."actor_id", OLD."command_id", OLD."type_version", OLD."head", OLD."chain")
	OR (
		(NEW."details", NEW."salt") IS DISTINCT FROM (OLD."details", OLD."salt")
		AND (NEW."details" IS NOT NULL OR NEW."salt" IS NOT NULL)
	)
) EXECUTE FUNCTION "refuse_change_of_record"();
