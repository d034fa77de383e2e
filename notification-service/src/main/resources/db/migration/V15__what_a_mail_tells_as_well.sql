-- What else a mail told of, each with its revision ('session/2'): the other sessions of a reminder, or what else is new in a series. Mails
-- that would tell of the same are needless (AlsoTold).
alter table deliveries add column also text[] not null default '{}';
