-- Files that are finished, and stay until somebody takes them back.
create view kept_file (recording, file) as
select id, media_file from recording where media_file is not null
union select recording, file from rendition
union select recording, file::text from attachment where size is not null;

-- What lies in the bucket, or is on its way there; without a bucket there are none.
create table stored_object (
    file      text        primary key,
    size      bigint      not null,
    stored_at timestamptz,                        -- null: it may not be there yet
    here      boolean     not null default true,  -- whether the folder may have it as well
    next_at   timestamptz                         -- until then somebody is at it, or waits
);
