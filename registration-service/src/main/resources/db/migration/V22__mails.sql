-- Which of the mails that nobody has to get are sent (MailTerms).
alter table activity add column mails jsonb not null
    default '{"afterAttending": true, "afterMissing": true, "certificate": true, "recording": true, "survey": null}';
-- Of a series, ISO 8601: for how long what is new in it is gathered before its subscribers are told. Null: each is told at once.
alter table activity add column digest text;
