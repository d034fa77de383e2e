-- A new version is prepared as a recording of its own, until it takes the place of the one that is shown.
create table replacement (
    recording uuid primary key references recording on delete cascade,
    replaces  uuid not null unique references recording on delete cascade
);

-- Its work goes with it.
alter table processing_step drop constraint processing_step_recording_fkey;
alter table processing_step add constraint processing_step_recording_fkey
    foreign key (recording) references processing on update cascade on delete cascade;
