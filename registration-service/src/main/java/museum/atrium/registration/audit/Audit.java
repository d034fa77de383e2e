package museum.atrium.registration.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import museum.atrium.http.account.OrganizerAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notes what the organiser who is signed in does, in the transaction that does it: one is not there without the other. What participants
 * do, and what happens by itself, is not noted.
 *
 * <p>An action is named as what it is done to and what happened, like {@code activity.published}.
 */
@Component
public class Audit {

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    Audit(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What changed, field by field, as organisers see both; addresses of live rooms, codes and mail addresses are not told.
     *
     * @param before null: it is new
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(String action, Target target, @Nullable Object before, Object after) {
        OrganizerAccount.current()
                .ifPresent(account -> write(account, action, target, Differences.between(tree(before), tree(after))));
    }

    /** What was there until it was deleted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(String action, Target target, Object before) {
        OrganizerAccount.current()
                .ifPresent(account -> write(account, action, target, Differences.between(tree(before), tree(null))));
    }

    /** @param facts what to know of it: numbers and ids, nothing of anybody's */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noted(String action, Target target, Map<String, ?> facts) {
        OrganizerAccount.current().ifPresent(account -> write(account, action, target, json.valueToTree(facts)));
    }

    /** That somebody takes personal data away, which changes nothing; before they get it. */
    @Transactional
    public void taken(String action, Target target, Map<String, ?> facts) {
        noted(action, target, facts);
    }

    private JsonNode tree(@Nullable Object value) {
        return value == null ? json.createObjectNode() : json.valueToTree(value);
    }

    private void write(OrganizerAccount account, String action, Target target, JsonNode changes) {
        database.sql("""
                insert into audit_entry (at, account, account_name, action, target_kind, target_id, target_slug, activity_id, changes)
                values (:at, :account, :name, :action, :kind, :target, :slug,
                  case :kind
                    when 'ACTIVITY' then :target::uuid
                    when 'SERIES' then :target::uuid
                    when 'SESSION' then (select activity_id from session where id = :target)
                    when 'REGISTRATION' then (select activity_id from registration where id = :target)
                    when 'CERTIFICATE' then (select r.activity_id from certificate c
                      join registration r on r.id = c.registration_id where c.id = :target)
                  end,
                  :changes::jsonb)
                """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account.id())
                .param("name", account.name())
                .param("action", action)
                .param("kind", target.kind().name())
                .param("target", target.id())
                .param("slug", target.slug())
                .param("changes", json.writeValueAsString(changes))
                .update();
    }
}
