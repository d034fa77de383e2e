-- PARTICIPANT, or SPEAKER: who was invited to speak, and comes as a registration of another role.
alter table registrations add column role text not null default 'PARTICIPANT';
