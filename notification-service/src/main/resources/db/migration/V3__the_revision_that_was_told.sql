-- The registration's revision when it was told: whether it has ended since is seen in its occasions. Of what was told
-- before this column came nobody knows; 0 counts every end as later, which at most raises a sequence once too often.
alter table tellings add column revision bigint not null default 0;
