-- Few mails tell of more than they were planned for, and each mail of such a kind asks for those to its person: without looking at all that the
-- person was ever sent.
create index deliveries_telling_more on deliveries (registration) where also <> '{}';
