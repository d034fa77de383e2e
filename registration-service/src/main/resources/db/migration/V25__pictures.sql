-- Pictures that organisers name by an address, as they were there when they were last asked for: readers' browsers ask nobody but us. The key is
-- the address; the hash of the content is what pages name it by.
create table picture (
  url text primary key,
  hash text,
  type text,
  content bytea,
  next_try_at timestamptz not null,
  tries int not null default 0
);
create index picture_of_hash on picture (hash);
