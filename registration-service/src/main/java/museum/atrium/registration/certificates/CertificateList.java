package museum.atrium.registration.certificates;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import museum.atrium.registration.checking.PageById;
import museum.atrium.registration.programme.ActivityId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The certificates of an activity, with whose they are, for organisers. */
@Repository
class CertificateList {

    private static final String SELECT = """
            select c.*, r.name, r.email from certificate c join registration r on r.id = c.registration_id
            """;

    private static final RowMapper<Row> ROW = (row, number) -> {
        OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                new OrganizerCertificate(
                        new CertificateCode(row.getString("code")).toString(),
                        row.getObject("registration_id", UUID.class),
                        row.getString("name"),
                        row.getString("email"),
                        row.getInt("minutes"),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                        revokedAt == null ? null : revokedAt.toInstant(),
                        row.getString("revocation_reason")));
    };

    private final JdbcClient database;

    CertificateList(JdbcClient database) {
        this.database = database;
    }

    private record Row(UUID id, OrganizerCertificate certificate) {}

    /** @param next the cursor of the next page; null: there is none */
    record Page(List<OrganizerCertificate> items, @Nullable String next) {}

    Page page(ActivityId activity, PageById asked) {
        List<Row> rows = database.sql(SELECT + """
                where r.activity_id = :activity and (:after::uuid is null or c.id > :after::uuid) order by c.id limit :most
                """)
                .param("activity", activity.value())
                .param("after", asked.after())
                .param("most", asked.limit() + 1)
                .query(ROW)
                .list();
        boolean more = rows.size() > asked.limit();
        List<Row> shown = more ? rows.subList(0, asked.limit()) : rows;
        return new Page(
                shown.stream().map(Row::certificate).toList(),
                more ? shown.getLast().id().toString() : null);
    }

    OrganizerCertificate of(Certificate certificate) {
        return database.sql(SELECT + "where c.id = :id")
                .param("id", certificate.id())
                .query(ROW)
                .single()
                .certificate();
    }
}
