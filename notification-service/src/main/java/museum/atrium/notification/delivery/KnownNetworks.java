package museum.atrium.notification.delivery;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import museum.atrium.notification.composing.NetworkInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The networks of activities, as they are known at this moment. */
@Repository
class KnownNetworks {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final String origin;

    KnownNetworks(JdbcClient jdbc, JsonMapper json, @Value("${atrium.public-url}") String publicUrl) {
        this.jdbc = jdbc;
        this.json = json;
        this.origin = publicUrl.replaceAll("/+$", "");
    }

    /** By their own ids. */
    Map<UUID, NetworkInfo> ofActivities(Collection<UUID> activities) {
        Map<UUID, NetworkInfo> networks = new HashMap<>();
        jdbc.sql("""
                select id, name, language, logo, sender_address, reply_to, imprint, page
                from networks
                where id in (select network from activities where id = any(:activities))
                """).param("activities", activities.toArray(UUID[]::new)).query(row -> {
            networks.put(row.getObject("id", UUID.class), network(row));
        });
        return networks;
    }

    private NetworkInfo network(ResultSet row) throws SQLException {
        return new NetworkInfo(
                row.getString("name"),
                row.getString("language"),
                logo(row.getString("logo")),
                row.getString("sender_address"),
                row.getString("reply_to"),
                json.readValue(row.getString("imprint"), TEXTS),
                URI.create(origin + row.getString("page")));
    }

    private NetworkInfo.@Nullable Logo logo(@Nullable String stored) {
        return stored == null ? null : json.readValue(stored, NetworkInfo.Logo.class);
    }
}
