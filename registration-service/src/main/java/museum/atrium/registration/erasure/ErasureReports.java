package museum.atrium.registration.erasure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import museum.atrium.registration.OtherService;
import museum.atrium.registration.erasure.ErasureReport.ServiceAnswer;
import museum.atrium.registration.erasure.ErasureReport.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was erased, newest first. */
@Repository
public class ErasureReports {

    private static final String ITSELF = "registration-service";

    private static final String COUNTED = """
            select e.*, a.slug as activity,
              (select count(*) from erasure_part p where p.erasure_id = e.id) as parts,
              (select count(*) from erasure_part p join erased_registration r on r.part_id = p.id
               where p.erasure_id = e.id) as registrations
            from erasure e left join activity a on a.id = e.activity_id
            """;

    /** @param number of the report, by which the next page begins */
    public record Numbered(long number, ErasureReport report) {}

    private record Answer(UUID erasure, String service, Instant at, Map<String, Integer> deleted) {}

    private final JdbcClient database;
    private final AddressSeal seal;
    private final JsonMapper json;

    ErasureReports(JdbcClient database, AddressSeal seal, JsonMapper json) {
        this.database = database;
        this.seal = seal;
        this.json = json;
    }

    @Transactional(readOnly = true)
    public Optional<ErasureReport> find(ErasureId id) {
        List<UUID> gone = database.sql("""
                select r.id from erased_registration r join erasure_part p on p.id = r.part_id
                where p.erasure_id = :id order by r.id
                """)
                .param("id", id.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        List<Answer> answers = answers(List.of(id.value()));
        return database.sql(COUNTED + "where e.id = :id")
                .param("id", id.value())
                .query((row, number) -> report(row, answers, gone))
                .optional();
    }

    /** @param before the number of the last report of the page before; null: the first page */
    @Transactional(readOnly = true)
    public List<Numbered> list(@Nullable Long before, int most) {
        List<UUID> ids = database.sql("""
                select id from erasure where :before::bigint is null or number < :before
                order by number desc limit :most
                """)
                .param("before", before, Types.BIGINT)
                .param("most", most)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        return reports(ids);
    }

    /** What was ever erased of this address, by whatever way it was asked for. */
    @Transactional(readOnly = true)
    public List<ErasureReport> ofAddress(String addressKey, int most) {
        List<UUID> ids = database.sql("""
                select id from erasure e
                where e.address_seal = any(:seals::text[])
                  or exists (select from erased_registration r join erasure_part p on p.id = r.part_id
                             where r.address_seal = any(:seals::text[]) and p.erasure_id = e.id)
                order by number desc limit :most
                """)
                .param("seals", seal.all(addressKey).toArray(String[]::new))
                .param("most", most)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        return reports(ids).stream().map(Numbered::report).toList();
    }

    private List<Numbered> reports(List<UUID> ids) {
        List<Answer> answers = answers(ids);
        return database.sql(COUNTED + "where e.id = any(:ids) order by e.number desc")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new Numbered(row.getLong("number"), report(row, answers, null)))
                .list();
    }

    private List<Answer> answers(List<UUID> erasures) {
        return database.sql("""
                select p.erasure_id, a.* from erasure_part p join erasure_answer a on a.part_id = p.id
                where p.erasure_id = any(:ids)
                """)
                .param("ids", erasures.toArray(UUID[]::new))
                .query((row, number) -> new Answer(
                        row.getObject("erasure_id", UUID.class),
                        row.getString("service"),
                        row.getObject("answered_at", OffsetDateTime.class).toInstant(),
                        numbers(row.getString("deleted"))))
                .list();
    }

    private ErasureReport report(ResultSet row, List<Answer> answers, @Nullable List<UUID> gone) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Instant askedAt = row.getObject("asked_at", OffsetDateTime.class).toInstant();
        int parts = row.getInt("parts");
        Map<String, List<Answer>> byService = answers.stream()
                .filter(answer -> answer.erasure().equals(id))
                .collect(Collectors.groupingBy(Answer::service));
        List<ServiceAnswer> services = new ArrayList<>();
        Status own = row.getBoolean("complete") ? Status.DONE : Status.WAITING;
        services.add(new ServiceAnswer(ITSELF, own, askedAt, numbers(row.getString("deleted"))));
        for (OtherService other : OtherService.values()) {
            services.add(answer(other, parts, byService.getOrDefault(other.wireName(), List.of())));
        }
        boolean done = services.stream().allMatch(service -> service.status() == Status.DONE);
        return new ErasureReport(
                new ErasureId(id),
                ErasureSubject.valueOf(row.getString("subject")),
                row.getString("activity"),
                askedAt,
                row.getString("account"),
                row.getString("account_name"),
                row.getInt("registrations"),
                done ? Status.DONE : Status.WAITING,
                services,
                gone);
    }

    private static ServiceAnswer answer(OtherService service, int parts, List<Answer> answers) {
        return new ServiceAnswer(
                service.wireName(),
                answers.size() == parts ? Status.DONE : Status.WAITING,
                answers.stream().map(Answer::at).max(Instant::compareTo).orElse(null),
                answers.stream().map(Answer::deleted).reduce(Map.of(), Erased::sum));
    }

    private Map<String, Integer> numbers(String stored) {
        return json.readValue(stored, new TypeReference<TreeMap<String, Integer>>() {});
    }
}
