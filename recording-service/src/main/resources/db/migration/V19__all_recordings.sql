-- For the list of all of them, newest first.
create index recording_newest on recording (created_at desc, id desc);

-- Rooms are told of without blanks around their names; those that were noted with some were never found.
delete from room r
where r.room <> btrim(r.room, E' \t\n\r')
    and exists (
        select from room other
        where other.source = r.source and other.room <> r.room
            and btrim(other.room, E' \t\n\r') = btrim(r.room, E' \t\n\r')
            and (other.room = btrim(other.room, E' \t\n\r') or other.room < r.room));
update room set room = btrim(room, E' \t\n\r') where room <> btrim(room, E' \t\n\r');
