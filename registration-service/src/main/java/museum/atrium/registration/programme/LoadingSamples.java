package museum.atrium.registration.programme;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Loads the sample programme, once for a database, by the same ways that an organiser has. */
@Component
class LoadingSamples {

    private final Drafting drafting;
    private final ChangingActivities changing;
    private final WritingSeries series;
    private final JdbcClient database;
    private final JsonMapper json;

    LoadingSamples(
            Drafting drafting,
            ChangingActivities changing,
            WritingSeries series,
            JdbcClient database,
            JsonMapper json) {
        this.drafting = drafting;
        this.changing = changing;
        this.series = series;
        this.database = database;
        this.json = json;
    }

    record Content(List<SeriesDraft> series, List<ActivityDraft> activities) {}

    /** A second instance that starts meanwhile waits for the first one's transaction and then finds it done. */
    @Transactional
    public void loadOnce() {
        if (database.sql("insert into sample_programme_loaded default values on conflict do nothing")
                        .update()
                == 0) {
            return;
        }
        Content content = read();
        content.series().forEach(series::create);
        for (ActivityDraft draft : content.activities()) {
            changing.publish(drafting.draft(draft).slug());
        }
    }

    private Content read() {
        try (InputStream file = new ClassPathResource("sample/programme.json").getInputStream()) {
            return json.readValue(file, Content.class);
        } catch (IOException e) {
            throw new IllegalStateException("the sample programme is not in this build", e);
        }
    }
}
