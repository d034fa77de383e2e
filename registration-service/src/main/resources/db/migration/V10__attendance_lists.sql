-- Who came is known from the join page, from a live platform's list, or from the organiser; how long, from lists alone.
alter table attendance
  add column minutes integer check (minutes >= 0),
  add column source  text not null default 'JOIN_PAGE' check (source in ('JOIN_PAGE', 'LIST', 'ORGANIZER'));

-- Since when who is not known to have come counts as absent; null: that is still open.
alter table session add column attendance_settled_at timestamptz;
