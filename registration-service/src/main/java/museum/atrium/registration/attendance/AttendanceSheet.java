package museum.atrium.registration.attendance;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import museum.atrium.registration.checking.PageById;
import museum.atrium.registration.programme.Session;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.signup.Attending;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has a place in a session, and whether they came. */
@Repository
class AttendanceSheet {

    private static final String PLACED = """
            registration r left join attendance a on a.registration_id = r.id and a.session_id = :session
            where r.activity_id = (select activity_id from session where id = :session) and r.status = 'CONFIRMED'
              and (r.session_ids is null or :session = any(r.session_ids))
            """;

    private final JdbcClient database;

    AttendanceSheet(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param absent who did not come; null as long as that is open
     * @param next the cursor of the next page; null: there is none
     */
    record Page(
            SessionId session,
            @Nullable Instant settledAt,
            int confirmed,
            int attended,
            @Nullable Integer absent,
            List<Line> items,
            @Nullable String next) {}

    /**
     * @param joinedAt when they came, or when it was said that they did; null: they are not known to have come
     * @param minutes how long they stayed; null: not known
     */
    record Line(
            UUID registration,
            String email,
            String name,
            boolean attended,
            @Nullable Instant joinedAt,
            @Nullable Integer minutes,
            Attending.@Nullable Source source) {

        /** Never who it is: this may end in a log. */
        @Override
        public String toString() {
            return "attendance of " + registration;
        }
    }

    private record Counts(int confirmed, int attended) {}

    Page page(Session session, PageById asked) {
        Counts counts = database.sql("select count(*) as confirmed, count(a.joined_at) as attended from " + PLACED)
                .param("session", session.id().value())
                .query(Counts.class)
                .single();
        List<Line> lines = database.sql("select r.id, r.email, r.name, a.joined_at, a.minutes, a.source from " + PLACED
                        + " and (:after::uuid is null or r.id > :after::uuid) order by r.id limit :most")
                .param("session", session.id().value())
                .param("after", asked.after())
                .param("most", asked.limit() + 1)
                .query((row, number) -> {
                    OffsetDateTime joinedAt = row.getObject("joined_at", OffsetDateTime.class);
                    String source = row.getString("source");
                    return new Line(
                            row.getObject("id", UUID.class),
                            row.getString("email"),
                            row.getString("name"),
                            joinedAt != null,
                            joinedAt == null ? null : joinedAt.toInstant(),
                            row.getObject("minutes", Integer.class),
                            source == null ? null : Attending.Source.valueOf(source));
                })
                .list();
        boolean more = lines.size() > asked.limit();
        List<Line> items = more ? lines.subList(0, asked.limit()) : lines;
        Instant settledAt = session.attendanceSettledAt();
        return new Page(
                session.id(),
                settledAt,
                counts.confirmed(),
                counts.attended(),
                settledAt == null ? null : counts.confirmed() - counts.attended(),
                items,
                more ? items.getLast().registration().toString() : null);
    }
}
