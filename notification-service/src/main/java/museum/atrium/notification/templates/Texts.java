package museum.atrium.notification.templates;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import museum.atrium.notification.composing.Template;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts of organisers. They count from the next mail that is written. */
@Repository
class Texts {

    private record Row(String template, OwnTexts texts) {}

    private final JdbcClient jdbc;

    Texts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By template. */
    Map<String, OwnTexts> of(UUID activity, String language) {
        return jdbc
                .sql("""
                        select template, subject, heading, lead, more from texts
                        where activity = :activity and language = :language
                        """)
                .param("activity", activity)
                .param("language", language)
                .query((row, number) -> new Row(
                        row.getString("template"),
                        new OwnTexts(
                                row.getString("subject"),
                                row.getString("heading"),
                                row.getString("lead"),
                                row.getString("more"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::template, Row::texts));
    }

    void save(UUID activity, Template template, String language, OwnTexts texts) {
        jdbc.sql("""
                insert into texts (activity, template, language, subject, heading, lead, more)
                values (:activity, :template, :language, :subject, :heading, :lead, :more)
                on conflict (activity, template, language) do update
                set subject = excluded.subject, heading = excluded.heading, lead = excluded.lead, more = excluded.more,
                    changed_at = now()
                """)
                .param("activity", activity)
                .param("template", template.name())
                .param("language", language)
                .param("subject", texts.subject())
                .param("heading", texts.heading())
                .param("lead", texts.lead())
                .param("more", texts.more())
                .update();
    }

    void delete(UUID activity, Template template, String language) {
        jdbc.sql("delete from texts where activity = :activity and template = :template and language = :language")
                .param("activity", activity)
                .param("template", template.name())
                .param("language", language)
                .update();
    }
}
