-- A series is an activity of a kind of its own, so that a subscription to it is a registration for it.
alter table activity drop constraint activity_kind_check;
alter table activity add constraint activity_kind_check
  check (kind in ('WEBINAR', 'TRAINING', 'CONFERENCE', 'COURSE', 'SERIES'));

-- They share one space of slugs now.
update series s set slug = slug || '-series-' || left(id::text, 8)
where exists (select from activity a where a.slug = s.slug);

-- Revision 0: nobody has been told of it. The service does so when it starts.
insert into activity (id, revision, slug, kind, status, language, title, summary, waitlist, double_opt_in, reminders, speakers,
  organizations, created_at)
select id, 0, slug, 'SERIES', 'PUBLISHED',
  case when jsonb_exists(title, 'en') or title = '{}' then 'en' else (select min(language) from jsonb_object_keys(title) language) end,
  title, summary, false, true, '{}', '[]', '[]', now()
from series;

alter table activity drop constraint activity_series_id_fkey;
alter table activity add constraint activity_series_id_fkey foreign key (series_id) references activity;
drop table series;

create index activity_series on activity (slug) where kind = 'SERIES';
