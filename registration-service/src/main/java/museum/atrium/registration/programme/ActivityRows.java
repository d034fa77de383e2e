package museum.atrium.registration.programme;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import museum.atrium.registration.programme.SignUpForm.PrivacyNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An activity as a row, in both directions, without its sessions. */
@Component
public class ActivityRows implements RowMapper<Activity> {

    private final JsonMapper json;

    ActivityRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Activity mapRow(ResultSet row, int number) throws SQLException {
        return new Activity(
                new ActivityId(row.getObject("id", UUID.class)),
                row.getLong("revision"),
                row.getString("slug"),
                ActivityKind.valueOf(row.getString("kind")),
                ActivityStatus.valueOf(row.getString("status")),
                row.getString("language"),
                series(row),
                network(row),
                text(row.getString("title")),
                text(row.getString("summary")),
                new Places(row.getObject("capacity", Integer.class), row.getInt("taken")),
                terms(row),
                distances(row.getArray("reminders")),
                json.readValue(row.getString("mails"), MailTerms.class),
                duration(row.getString("digest")),
                List.of(),
                json.readValue(row.getString("speakers"), new TypeReference<List<Speaker>>() {}),
                json.readValue(row.getString("organizations"), new TypeReference<List<Organization>>() {}),
                json.readValue(row.getString("presentation"), Presentation.class),
                form(row.getString("form")),
                CertificateTerms.of(row.getObject("certificate_percent", Integer.class)),
                Retention.of(row.getString("retention")),
                row.getString("cancellation_reason"));
    }

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Activity activity) {
        Series series = activity.series();
        RunningNetwork network = activity.network();
        SignUpTerms terms = activity.signUp();
        Duration offers = terms.placeOffers();
        CertificateTerms certificates = activity.certificates();
        Retention retention = activity.retention();
        return statement
                .param("id", activity.id().value())
                .param("revision", activity.revision())
                .param("slug", activity.slug())
                .param("kind", activity.kind().name())
                .param("status", activity.status().name())
                .param("language", activity.language())
                .param("series", series == null ? null : series.id())
                .param("network", network == null ? null : network.id())
                .param("title", json.writeValueAsString(activity.title()))
                .param("summary", json.writeValueAsString(activity.summary()))
                .param("capacity", activity.places().capacity())
                .param("waitlist", terms.waitlist())
                .param("doubleOptIn", terms.doubleOptIn())
                .param("approval", terms.approval())
                .param("invitationOnly", terms.invitationOnly())
                .param("allowedDomains", terms.allowedDomains().toArray(String[]::new))
                .param("placeOffers", offers == null ? null : offers.toString())
                .param("opensAt", offset(Optional.ofNullable(terms.opensAt())))
                .param("closesAt", offset(Optional.ofNullable(terms.closesAt())))
                .param(
                        "reminders",
                        activity.reminders().stream()
                                .map(ReminderDistance::text)
                                .toArray(String[]::new))
                .param("mails", json.writeValueAsString(activity.mails()))
                .param("speakers", json.writeValueAsString(activity.speakers()))
                .param("organizations", json.writeValueAsString(activity.organizations()))
                .param("presentation", json.writeValueAsString(activity.presentation()))
                .param("form", json.writeValueAsString(activity.form()))
                .param("certificatePercent", certificates == null ? null : certificates.minimumPercent())
                .param("retention", retention == null ? null : retention.toString())
                .param("reason", activity.cancellationReason())
                .param("startsAt", offset(activity.startsAt()))
                .param("endsAt", offset(activity.endsAt()));
    }

    public SignUpForm form(@Nullable String stored) {
        return stored == null ? SignUpForm.NONE : json.readValue(stored, SignUpForm.class);
    }

    LocalizedText text(String stored) {
        return json.readValue(stored, LocalizedText.class);
    }

    private @Nullable Series series(ResultSet row) throws SQLException {
        UUID id = row.getObject("series_id", UUID.class);
        return id == null
                ? null
                : new Series(
                        id,
                        row.getString("series_slug"),
                        text(row.getString("series_title")),
                        text(row.getString("series_summary")));
    }

    private @Nullable RunningNetwork network(ResultSet row) throws SQLException {
        UUID id = row.getObject("network_id", UUID.class);
        return id == null
                ? null
                : new RunningNetwork(
                        id,
                        row.getString("network_slug"),
                        row.getString("network_name"),
                        row.getString("network_language"),
                        picture(row.getString("network_logo")),
                        notice(row.getString("network_notice")));
    }

    private static @Nullable Duration duration(@Nullable String stored) {
        return stored == null ? null : Duration.parse(stored);
    }

    @Nullable Picture picture(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, Picture.class);
    }

    @Nullable PrivacyNotice notice(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, PrivacyNotice.class);
    }

    /** As the row of any query that selects an activity's columns has them. */
    public static SignUpTerms terms(ResultSet row) throws SQLException {
        String offers = row.getString("place_offers");
        return new SignUpTerms(
                row.getBoolean("waitlist"),
                row.getBoolean("double_opt_in"),
                row.getBoolean("approval"),
                row.getBoolean("invitation_only"),
                List.of((String[]) row.getArray("allowed_domains").getArray()),
                duration(offers),
                instant(row.getObject("opens_at", OffsetDateTime.class)),
                instant(row.getObject("closes_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }

    private static List<ReminderDistance> distances(Array stored) throws SQLException {
        return Stream.of((String[]) stored.getArray())
                .map(ReminderDistance::new)
                .toList();
    }

    private static @Nullable OffsetDateTime offset(Optional<Instant> instant) {
        return instant.map(value -> value.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
