package museum.atrium.notification.delivery;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.notification.composing.ActivityInfo;
import museum.atrium.notification.composing.Manner;
import museum.atrium.notification.composing.NetworkInfo;
import museum.atrium.notification.composing.Template;
import museum.atrium.notification.planning.Slot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The activities with their sessions, as they are known at this moment. */
@Repository
class KnownActivities {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private record SessionRow(UUID activity, LiveSession session) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final KnownNetworks networks;

    KnownActivities(JdbcClient jdbc, JsonMapper json, KnownNetworks networks) {
        this.jdbc = jdbc;
        this.json = json;
        this.networks = networks;
    }

    Map<UUID, Activity> of(Collection<UUID> ids) {
        Map<UUID, List<LiveSession>> sessions = sessions(ids).stream()
                .collect(Collectors.groupingBy(
                        SessionRow::activity, Collectors.mapping(SessionRow::session, Collectors.toList())));
        Map<UUID, NetworkInfo> holding = networks.ofActivities(ids);
        return jdbc
                .sql("""
                    select id, series, network, slug, kind, status, language, title, summary, organizers, cancellation_reason,
                           place_offers, muted, survey, reminders,
                           (select jsonb_agg(to_jsonb(t)) from texts t where t.activity = activities.id) as texts
                    from activities
                    where id = any(:ids) and revision > 0
                    """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> activity(row, sessions, holding))
                .list()
                .stream()
                .collect(Collectors.toMap(activity -> activity.info().id(), activity -> activity));
    }

    private Activity activity(ResultSet row, Map<UUID, List<LiveSession>> sessions, Map<UUID, NetworkInfo> holding)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID network = row.getObject("network", UUID.class);
        List<LiveSession> its = sessions.getOrDefault(id, List.of());
        NetworkInfo known = network == null ? null : holding.get(network);
        ActivityInfo info = new ActivityInfo(
                id,
                row.getString("slug"),
                row.getString("kind"),
                json.readValue(row.getString("title"), TEXTS),
                json.readValue(row.getString("summary"), TEXTS),
                row.getString("language"),
                List.of((String[]) row.getArray("organizers").getArray()),
                duration(row.getString("place_offers")),
                texts(row.getString("texts")),
                its.size());
        return new Activity(
                info,
                wishes(row),
                row.getObject("series", UUID.class),
                known,
                network != null && known == null,
                row.getString("status").equals("CANCELLED"),
                row.getString("cancellation_reason"),
                Stream.of((String[]) row.getArray("reminders").getArray())
                        .map(Duration::parse)
                        .toList(),
                its);
    }

    /** Those of an organiser, by language and by the key of what they replace. */
    private Map<String, Map<String, String>> texts(@Nullable String stored) {
        Map<String, Map<String, String>> texts = new HashMap<>();
        if (stored != null) {
            for (JsonNode row : json.readTree(stored)) {
                Map<String, String> own =
                        texts.computeIfAbsent(row.get("language").stringValue(), language -> new HashMap<>());
                for (Template.Part part : Template.Part.values()) {
                    row.path(part.key())
                            .stringValueOpt()
                            .ifPresent(text -> own.put(row.get("template").stringValue() + "." + part.key(), text));
                }
            }
        }
        return texts;
    }

    private static MailWishes wishes(ResultSet row) throws SQLException {
        String survey = row.getString("survey");
        return new MailWishes(
                Set.of((String[]) row.getArray("muted").getArray()), survey == null ? null : URI.create(survey));
    }

    private static @Nullable Duration duration(@Nullable String stored) {
        return stored == null ? null : Duration.parse(stored);
    }

    private List<SessionRow> sessions(Collection<UUID> activities) {
        return jdbc.sql("""
                select id, activity, revision, status, title, starts_at, ends_at, time_zone, self_paced,
                  language, interpretation
                from sessions
                where activity = any(:activities)
                order by starts_at, id
                """)
                .param("activities", activities.toArray(UUID[]::new))
                .query((row, number) -> new SessionRow(row.getObject("activity", UUID.class), session(row)))
                .list();
    }

    private LiveSession session(ResultSet row) throws SQLException {
        return new LiveSession(
                row.getObject("id", UUID.class),
                row.getLong("revision"),
                row.getString("status").equals("CANCELLED"),
                json.readValue(row.getString("title"), TEXTS),
                new Slot(
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                        ZoneId.of(row.getString("time_zone"))),
                new Manner(row.getBoolean("self_paced"), row.getString("language"), List.of((String[])
                        row.getArray("interpretation").getArray())));
    }
}
