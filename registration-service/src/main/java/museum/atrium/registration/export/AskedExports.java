package museum.atrium.registration.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import museum.atrium.registration.OtherService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What was asked and can be read still, newest first. */
@Repository
public class AskedExports {

    private static final String COUNTED = """
            select e.*, (select count(*) from exported_registration x where x.export_id = e.id) as registrations
            from export e where e.asked_at >= :since
            """;

    private record Counted(UUID export, String service, int registrations, Instant last) {}

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    AskedExports(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    public Optional<Export> find(ExportId id) {
        List<Counted> answers = counted(List.of(id.value()));
        return database.sql(COUNTED + "and e.id = :id")
                .param("since", since())
                .param("id", id.value())
                .query((row, number) -> export(row, answers))
                .optional();
    }

    /** @param before the number of the last export of the page before; null: the first page */
    public List<Export> list(@Nullable Long before, int most) {
        List<UUID> ids = database.sql("""
                select id from export
                where asked_at >= :since and (:before::bigint is null or number < :before)
                order by number desc limit :most
                """)
                .param("since", since())
                .param("before", before, Types.BIGINT)
                .param("most", most)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        List<Counted> answers = counted(ids);
        return database.sql(COUNTED + "and e.id = any(:ids) order by e.number desc")
                .param("since", since())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> export(row, answers))
                .list();
    }

    /** What the owner of this registration asked since then by a link of theirs, of it alone. */
    public Optional<ExportId> ownOf(UUID registration, Instant since) {
        return database.sql("""
                select e.id from export e join exported_registration x on x.export_id = e.id
                where x.registration_id = :registration and e.subject = 'REGISTRATION' and e.account is null
                  and e.asked_at >= :asked
                order by e.number desc limit 1
                """)
                .param("registration", registration)
                .param("asked", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new ExportId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** Registrations and invitations to speak. */
    public List<UUID> registrationsOf(Export export) {
        return database.sql("""
                select registration_id from exported_registration where export_id = :id order by registration_id
                """)
                .param("id", export.id().value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    public List<UUID> codesOf(Export export) {
        return database.sql("select code_id from exported_code where export_id = :id order by code_id")
                .param("id", export.id().value())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    public List<Export.Answer> answersTo(Export export) {
        return database.sql("""
                select a.* from exported_registration x join export_answer a on a.registration_id = x.registration_id
                where x.export_id = :id and a.export_number >= :number order by a.registration_id, a.service
                """)
                .param("id", export.id().value())
                .param("number", export.number())
                .query((row, number) -> new Export.Answer(
                        row.getObject("registration_id", UUID.class),
                        row.getString("service"),
                        instant(row, "answered_at"),
                        json.readTree(row.getString("held"))))
                .list();
    }

    /** What was answered to a later export answers an earlier one too. */
    private List<Counted> counted(List<UUID> exports) {
        return database.sql("""
                select e.id, a.service, count(*) as registrations, max(a.answered_at) as last
                from export e
                join exported_registration x on x.export_id = e.id
                join export_answer a on a.registration_id = x.registration_id and a.export_number >= e.number
                where e.id = any(:ids) group by e.id, a.service
                """)
                .param("ids", exports.toArray(UUID[]::new))
                .query((row, number) -> new Counted(
                        row.getObject("id", UUID.class),
                        row.getString("service"),
                        row.getInt("registrations"),
                        instant(row, "last")))
                .list();
    }

    private Export export(ResultSet row, List<Counted> answers) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Instant askedAt = instant(row, "asked_at");
        int registrations = row.getInt("registrations");
        Map<String, Counted> own = answers.stream()
                .filter(answer -> answer.export().equals(id))
                .collect(Collectors.toMap(Counted::service, Function.identity()));
        return new Export(
                new ExportId(id),
                row.getLong("number"),
                ExportSubject.valueOf(row.getString("subject")),
                askedAt,
                askedAt.plus(ExportLedger.KEPT),
                row.getString("account"),
                row.getString("account_name"),
                registrations,
                Arrays.stream(OtherService.values())
                        .map(service -> asked(service, registrations, own.get(service.wireName())))
                        .toList());
    }

    private static Export.Asked asked(OtherService service, int registrations, @Nullable Counted answers) {
        int answered = answers == null ? 0 : answers.registrations();
        return new Export.Asked(
                service.wireName(),
                answered >= registrations ? Export.Status.DONE : Export.Status.WAITING,
                answers == null ? null : answers.last());
    }

    private OffsetDateTime since() {
        return clock.instant().minus(ExportLedger.KEPT).atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
