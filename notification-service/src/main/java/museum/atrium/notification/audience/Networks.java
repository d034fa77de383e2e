package museum.atrium.notification.audience;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The known networks. */
@Repository
class Networks {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Networks(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void save(NetworkState network) {
        jdbc.sql("""
                insert into networks (id, slug, name, language, logo, sender_address, reply_to, imprint, page)
                values (:id, :slug, :name, :language, :logo::jsonb, :sender, :replyTo, :imprint::jsonb, :page)
                on conflict (id) do update
                set name = excluded.name, language = excluded.language, logo = excluded.logo,
                    sender_address = excluded.sender_address, reply_to = excluded.reply_to, imprint = excluded.imprint,
                    page = excluded.page
                """)
                .param("id", network.id())
                .param("slug", network.slug())
                .param("name", network.name())
                .param("language", network.language())
                .param("logo", network.logo() == null ? null : json.writeValueAsString(network.logo()))
                .param("sender", network.senderAddress())
                .param("replyTo", network.replyTo())
                .param("imprint", json.writeValueAsString(network.imprint()))
                .param("page", network.page())
                .update();
    }

    void forget(UUID network) {
        jdbc.sql("delete from networks where id = :id").param("id", network).update();
    }
}
