-- Called for every row that is written: functions of this language keep their plan, those in SQL are started anew each time.
CREATE OR REPLACE FUNCTION contact_search_text(whole text, first text, last text, email text, phone text, others text[], company text, tags text[], rest text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN lower(concat_ws(' ', whole, CASE WHEN coalesce(strpos(whole, first), 0) = 0 THEN first END,
    CASE WHEN coalesce(strpos(whole, last), 0) = 0 THEN last END, email, phone, array_to_string(others, ' '), company,
    array_to_string(tags, ' '), array_to_string(rest, ' ')));
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION lead_search_text(lead_name text, whole text, first text, last text, company text, email text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN lower(concat_ws(' ', lead_name, whole, CASE WHEN coalesce(strpos(whole, first), 0) = 0 THEN first END,
    CASE WHEN coalesce(strpos(whole, last), 0) = 0 THEN last END, company, email));
END $$;
