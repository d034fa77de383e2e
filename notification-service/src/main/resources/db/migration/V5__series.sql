-- The series that an activity belongs to, itself an activity of kind SERIES; its subscribers hear of what becomes part of it.
alter table activities add column series uuid;

-- Earlier events did not say which series it is: what was part of one already is no news when they do.
alter table activities add column series_untold boolean not null default false;
update activities set series_untold = true where revision > 0;
