-- Noticed again: mails of it may have been dropped meanwhile, and are to be taken back.
alter table notices add column renewed boolean not null default false;
update notices set renewed = true where kind in ('RECORDING_AVAILABLE', 'NOW_DATED') and not finished;
