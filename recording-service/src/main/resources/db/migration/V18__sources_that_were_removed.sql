-- What is only named still, for what was uploaded was removed when its time was over, is not kept.
create or replace view kept_file (recording, file) as
select id, media_file from recording
where media_file is not null
  and not exists (
      select from processing
      where processing.recording = recording.id and processing.source = recording.media_file and source_removed_at is not null)
union select recording, file from rendition
union select recording, file::text from attachment where size is not null;

create index on recording (media_file);
create index on attachment ((file::text));
