-- Whose an activity is: rights may be limited to networks and series. A series is in itself; what has no network of its own is in
-- its series' network.
create view activity_home as
select a.id,
       a.slug,
       a.kind,
       case when a.kind = 'SERIES' then a.slug else s.slug end as series,
       coalesce(own.slug, of_series.slug) as network,
       own.slug as own_network
from activity a
left join activity s on s.id = a.series_id
left join network own on own.id = a.network_id
left join network of_series on of_series.id = s.network_id;

-- What organisers did. Never what participants did, and nothing of theirs but the ids of registrations.
create table audit_entry (
  id           bigint generated always as identity primary key,
  at           timestamptz not null,
  -- The provider's issuer, '#' and the subject there; or 'organizer'.
  account      text        not null,
  account_name text        not null,
  action       text        not null,
  target_kind  text        not null,
  target_id    uuid        not null,
  target_slug  text,
  -- No reference: what was done stays known when what it was done to is gone.
  activity_id  uuid,
  changes      jsonb       not null
);

create index audit_entry_by_activity on audit_entry (activity_id, id) where activity_id is not null;
create index audit_entry_by_account on audit_entry (account, id);
