-- From then on nobody may watch it.
alter table recording add available_until timestamptz;
