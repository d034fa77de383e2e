package museum.atrium.outbox;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the latest revision of each guest and every one that took effect, as a consuming service would. */
class Guests implements EventHandler {

    private static final Pattern REVISION = Pattern.compile("\\{\"revision\":(\\d+)}");

    private final JdbcClient jdbc;
    private final Intake intake;
    private volatile Consumer<ReceivedEvent> before = event -> {};

    Guests(JdbcClient jdbc, Intake intake) {
        this.jdbc = jdbc;
        this.intake = intake;
        jdbc.sql(
                        "create table if not exists effects (id bigint generated always as identity, key text, revision bigint)")
                .update();
    }

    /** Makes every handling begin with this, which may fail. */
    void before(Consumer<ReceivedEvent> hook) {
        before = hook;
    }

    @Override
    public String topic() {
        return TestService.GUESTS;
    }

    @Override
    public void handle(ReceivedEvent event) {
        before.accept(event);
        if (event.payload() == null) {
            jdbc.sql("delete from effects where key = :key")
                    .param("key", event.key())
                    .update();
            return;
        }
        Matcher payload = REVISION.matcher(event.payload());
        if (!payload.matches()) {
            throw new NotUnderstandable("The payload is not a guest");
        }
        long revision = Long.parseLong(payload.group(1));
        intake.take(
                "guest",
                event.key(),
                revision,
                () -> jdbc.sql("insert into effects (key, revision) values (:key, :revision)")
                        .param("key", event.key())
                        .param("revision", revision)
                        .update());
    }

    /** The revisions that took effect, in the order in which they did. */
    List<Long> effects(String key) {
        return jdbc.sql("select revision from effects where key = :key order by id")
                .param("key", key)
                .query((row, number) -> row.getLong("revision"))
                .list();
    }
}
