package museum.atrium.notification.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What activities and sessions are called, in the language of who reads it, or else in that of the activity. */
@Repository
class Titles {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Titles(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param slug of the activity
     * @param language BCP 47, in which the text is written
     */
    record Title(String slug, String language, String text) {}

    /** Those that are not known yet are not there. */
    Map<UUID, Title> ofActivities(Collection<UUID> activities, Locale reader) {
        return titles(
                "select id, slug, language, title from activities where revision > 0 and id = any(:ids::uuid[])",
                activities,
                reader);
    }

    /** Those without a title of their own are not there. */
    Map<UUID, Title> ofSessions(Collection<UUID> sessions, Locale reader) {
        return titles("""
                select s.id, a.slug, a.language, s.title from sessions s join activities a on a.id = s.activity
                where a.revision > 0 and s.id = any(:ids::uuid[])
                """, sessions, reader);
    }

    private Map<UUID, Title> titles(String sql, Collection<UUID> ids, Locale reader) {
        Map<UUID, Title> titles = new HashMap<>();
        jdbc.sql(sql)
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((RowCallbackHandler) row -> {
                    UUID id = row.getObject("id", UUID.class);
                    Map<String, String> texts = json.readValue(row.getString("title"), TEXTS);
                    title(row.getString("slug"), texts, reader, row.getString("language"))
                            .ifPresent(title -> titles.put(id, title));
                });
        return titles;
    }

    private static Optional<Title> title(String slug, Map<String, String> texts, Locale reader, String own) {
        return Stream.concat(
                        Stream.of(reader.toLanguageTag(), reader.getLanguage(), own),
                        texts.keySet().stream().sorted())
                .flatMap(language ->
                        Optional.ofNullable(texts.get(language)).map(text -> new Title(slug, language, text)).stream())
                .findFirst();
    }
}
