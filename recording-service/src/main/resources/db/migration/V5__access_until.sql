-- From then on it can be watched by nobody; its bytes stay, so that the date can be moved.
alter table recording add available_until timestamptz;
