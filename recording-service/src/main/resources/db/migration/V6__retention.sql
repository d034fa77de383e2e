-- When the file that was uploaded was removed, because what was made of it is enough.
alter table processing add source_removed_at timestamptz;
