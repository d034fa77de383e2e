-- How a session is held: self-paced or live, its language, interpretation, slides and handouts.
alter table session add column format jsonb not null
  default '{"selfPaced": false, "language": null, "interpretation": [], "materials": []}';

-- What a reader of the programme is shown beside the texts: a cover picture, what makes it accessible.
alter table activity add column presentation jsonb not null
  default '{"cover": null, "accessibility": {"offers": [], "note": {}}}';

update activity set organizations = (
  select coalesce(jsonb_agg('{"website": null, "logo": null}' || organization order by place), '[]')
  from jsonb_array_elements(organizations) with ordinality as one (organization, place));
