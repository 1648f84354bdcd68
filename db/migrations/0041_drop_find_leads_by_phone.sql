-- Leads of a number are found by their contacts, whose search text has its normal form.
DROP FUNCTION find_leads_by_phone(text, integer);
