package museum.atrium.registration.rights;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where things are: each by one query, over indexes. */
@Repository
class Homes {

    private static final String SELECT =
            "select series, kind = 'SERIES' as is_series, network, own_network from activity_home ";

    private final JdbcClient database;
    private final CertifiedActivities certified;

    Homes(JdbcClient database, CertifiedActivities certified) {
        this.database = database;
        this.certified = certified;
    }

    Optional<Home> of(UUID activity) {
        return one(database.sql(SELECT + "where id = :id").param("id", activity));
    }

    Optional<Home> ofActivity(String slug) {
        return one(
                database.sql(SELECT + "where slug = :slug and kind <> 'SERIES'").param("slug", slug));
    }

    Optional<Home> ofSeries(String slug) {
        return one(
                database.sql(SELECT + "where slug = :slug and kind = 'SERIES'").param("slug", slug));
    }

    Optional<Home> ofSession(String id) {
        return id(id).flatMap(session ->
                one(database.sql(SELECT + "where id = (select activity_id from session where id = :session)")
                        .param("session", session)));
    }

    Optional<Home> ofRegistration(String id) {
        return id(id).flatMap(registration ->
                one(database.sql(SELECT + "where id = (select activity_id from registration where id = :registration)")
                        .param("registration", registration)));
    }

    Optional<Home> ofCertificate(String code) {
        return certified.activityOf(code).flatMap(this::of);
    }

    private static Optional<Home> one(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new Home(
                        row.getString("series"),
                        row.getBoolean("is_series"),
                        row.getString("network"),
                        row.getString("own_network")))
                .optional();
    }

    private static Optional<UUID> id(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
