package museum.atrium.recording.arrivals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of which rooms belong to what. */
@Repository
class Rooms {

    private final JdbcClient database;

    Rooms(JdbcClient database) {
        this.database = database;
    }

    record Room(ArrivalSource source, String room, Place place) {}

    Optional<Place> find(ArrivalSource source, String room) {
        return database.sql("select * from room where source = :source and room = :room")
                .param("source", source.name())
                .param("room", room)
                .query((row, number) ->
                        new Place(row.getObject("activity", UUID.class), row.getObject("session", UUID.class)))
                .optional();
    }

    List<Room> of(UUID activity) {
        return database.sql("select * from room where activity = :activity order by source, room")
                .param("activity", activity)
                .query((row, number) -> new Room(
                        ArrivalSource.valueOf(row.getString("source")),
                        row.getString("room"),
                        new Place(activity, row.getObject("session", UUID.class))))
                .list();
    }

    void keep(Room room) {
        database.sql("""
                insert into room (source, room, activity, session) values (:source, :room, :activity, :session)
                on conflict (source, room) do update set activity = excluded.activity, session = excluded.session
                """)
                .param("source", room.source().name())
                .param("room", room.room())
                .param("activity", room.place().activity())
                .param("session", room.place().session())
                .update();
    }

    /** Returns false when it belonged to nothing. */
    boolean remove(ArrivalSource source, String room) {
        return database.sql("delete from room where source = :source and room = :room")
                        .param("source", source.name())
                        .param("room", room)
                        .update()
                == 1;
    }
}
