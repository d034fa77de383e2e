-- From then on nobody may watch it.
alter table recordings add available_until timestamptz;
