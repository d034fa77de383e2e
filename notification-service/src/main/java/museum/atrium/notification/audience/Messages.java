package museum.atrium.notification.audience;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What organisers wrote, kept so that it can be sent. */
@Repository
class Messages {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Messages(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Every part of a message brings the same. */
    void save(MessageState message) {
        jdbc.sql("""
                insert into messages (id, activity, subject, text, sent_at)
                values (:id, :activity, :subject::jsonb, :text::jsonb, :sentAt)
                on conflict (id) do nothing
                """)
                .param("id", message.id())
                .param("activity", message.activity())
                .param("subject", json.writeValueAsString(message.subject()))
                .param("text", json.writeValueAsString(message.text()))
                .param("sentAt", message.sentAt().atOffset(ZoneOffset.UTC))
                .update();
    }
}
