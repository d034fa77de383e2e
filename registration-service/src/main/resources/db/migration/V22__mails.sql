-- Which of the mails that nobody has to get are sent (MailTerms).
alter table activity add column mails jsonb not null
    default '{"afterAttending": true, "afterMissing": true, "certificate": true, "recording": true, "survey": null}';
