-- The registration's revision at which it was told: a change of the address is told by registration and contact alike, and
-- whoever sends must see whether both are known. 0, of what was told before this column came, is older than any such change.
alter table contacts add column revision bigint not null default 0;
