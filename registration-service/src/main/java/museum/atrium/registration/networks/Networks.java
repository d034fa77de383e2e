package museum.atrium.registration.networks;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.Picture;
import museum.atrium.registration.programme.SignUpForm.PrivacyNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The networks as they are stored. */
@Repository
class Networks {

    private static final int MOST_EXAMPLES = 3;

    private final JdbcClient database;
    private final JsonMapper json;

    Networks(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    List<Network> all() {
        return database.sql("select * from network order by slug")
                .query(this::network)
                .list();
    }

    /** @throws Refusal 404 if there is none */
    Network existing(String slug) {
        return one("select * from network where slug = :slug", slug).orElseThrow(() -> unknown(slug));
    }

    /**
     * The network, locked until the transaction ends, and all that begins to be held in a network's name with it: the other
     * side is {@code Activities.holdNetworks}.
     *
     * @throws Refusal 404 if there is none
     */
    Network lock(String slug) {
        database.sql("lock table network in row exclusive mode").update();
        return one("select * from network where slug = :slug for update", slug).orElseThrow(() -> unknown(slug));
    }

    private static Refusal unknown(String slug) {
        return Refusal.notFound("There is no network '" + slug + "'.");
    }

    /** @return false if the slug is taken */
    boolean insert(Network network, Instant now) {
        return bind(database.sql("""
                        insert into network (id, revision, slug, name, language, logo, website, sender_address, reply_to, imprint,
                          privacy_notice, created_at)
                        values (:id, :revision, :slug, :name, :language, :logo::jsonb, :website, :sender, :replyTo,
                          :imprint::jsonb, :notice::jsonb, :now)
                        on conflict (slug) do nothing
                        """), network)
                        .param("slug", network.profile().slug())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void update(Network network) {
        bind(database.sql("""
                update network set revision = :revision, name = :name, language = :language, logo = :logo::jsonb,
                  website = :website, sender_address = :sender, reply_to = :replyTo, imprint = :imprint::jsonb,
                  privacy_notice = :notice::jsonb
                where id = :id
                """), network).update();
    }

    void delete(UUID network) {
        database.sql("delete from network where id = :id").param("id", network).update();
    }

    /** A few of the activities and series that are held in its name, by their slugs. */
    List<String> heldInItsName(UUID network) {
        return database.sql("select slug from activity where network_id = :id order by slug limit :most")
                .param("id", network)
                .param("most", MOST_EXAMPLES)
                .query((row, number) -> row.getString("slug"))
                .list();
    }

    private Optional<Network> one(String sql, String slug) {
        return database.sql(sql).param("slug", slug).query(this::network).optional();
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Network network) {
        NetworkProfile profile = network.profile();
        return statement
                .param("id", network.id())
                .param("revision", network.revision())
                .param("name", profile.name())
                .param("language", profile.language())
                .param("logo", written(profile.logo()))
                .param(
                        "website",
                        profile.website() == null ? null : profile.website().toString())
                .param("sender", profile.senderAddress())
                .param("replyTo", profile.replyTo())
                .param("imprint", json.writeValueAsString(profile.imprint()))
                .param("notice", written(profile.privacyNotice()));
    }

    private @Nullable String written(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    private Network network(ResultSet row, int number) throws SQLException {
        String website = row.getString("website");
        return new Network(
                row.getObject("id", UUID.class),
                row.getLong("revision"),
                new NetworkProfile(
                        row.getString("slug"),
                        row.getString("name"),
                        row.getString("language"),
                        read(row.getString("logo"), Picture.class),
                        website == null ? null : URI.create(website),
                        row.getString("sender_address"),
                        row.getString("reply_to"),
                        json.readValue(row.getString("imprint"), LocalizedText.class),
                        read(row.getString("privacy_notice"), PrivacyNotice.class)));
    }

    private <T> @Nullable T read(@Nullable String stored, Class<T> type) {
        return stored == null ? null : json.readValue(stored, type);
    }
}
