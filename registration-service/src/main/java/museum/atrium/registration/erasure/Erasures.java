package museum.atrium.registration.erasure;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.registration.programme.ActivityId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The ledger as it is stored. Nothing in it is ever taken back; answers are added, and portions of what goes by itself. */
@Repository
class Erasures {

    private final JdbcClient database;
    private final JsonMapper json;

    Erasures(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void insert(
            ErasureId id,
            ErasureSubject subject,
            @Nullable String addressSeal,
            Instant at,
            @Nullable OrganizerAccount account,
            Map<String, Integer> deleted) {
        database.sql("""
                insert into erasure (id, subject, address_seal, asked_at, account, account_name, deleted)
                values (:id, :subject, :seal, :at, :account, :name, :deleted::jsonb)
                """)
                .param("id", id.value())
                .param("subject", subject.name())
                .param("seal", addressSeal, Types.VARCHAR)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", account == null ? null : account.id(), Types.VARCHAR)
                .param("name", account == null ? null : account.name(), Types.VARCHAR)
                .param("deleted", json.writeValueAsString(deleted))
                .update();
    }

    /** Of an activity; nothing of it is gone yet. */
    void begin(ErasureId id, ActivityId activity, Instant at) {
        database.sql("""
                insert into erasure (id, subject, activity_id, asked_at, deleted, complete)
                values (:id, 'ACTIVITY', :activity, :at, '{}', false)
                """)
                .param("id", id.value())
                .param("activity", activity.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** That of this activity of which not everything is gone yet. The caller holds the activity's lock. */
    Optional<ErasureId> goingOn(ActivityId activity) {
        return database.sql("select id from erasure where activity_id = :activity and not complete")
                .param("activity", activity.value())
                .query((row, number) -> new ErasureId(row.getObject("id", UUID.class)))
                .optional();
    }

    void grow(ErasureId id, Map<String, Integer> deleted, boolean complete) {
        String before = database.sql("select deleted from erasure where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
        Map<String, Integer> sum =
                Erased.sum(json.readValue(before, new TypeReference<TreeMap<String, Integer>>() {}), deleted);
        database.sql("update erasure set deleted = :deleted::jsonb, complete = :complete where id = :id")
                .param("deleted", json.writeValueAsString(sum))
                .param("complete", complete)
                .param("id", id.value())
                .update();
    }

    /** @param seals of the addresses, in the order of the registrations */
    void insertPart(UUID part, ErasureId erasure, List<UUID> registrations, List<String> seals) {
        database.sql("insert into erasure_part (id, erasure_id) values (:part, :erasure)")
                .param("part", part)
                .param("erasure", erasure.value())
                .update();
        database.sql("""
                insert into erased_registration (id, part_id, address_seal)
                select gone.id, :part, gone.seal from unnest(:ids::uuid[], :seals::text[]) as gone (id, seal)
                """)
                .param("part", part)
                .param("ids", registrations.toArray(UUID[]::new))
                .param("seals", seals.toArray(String[]::new))
                .update();
    }

    /**
     * The first answer stays: what is erased a second time, nothing is left of to count. An answer to what is not known, as after
     * a restore of this database, is passed over.
     */
    void answered(UUID part, String service, Instant at, Map<String, Integer> deleted) {
        database.sql("""
                insert into erasure_answer (part_id, service, answered_at, deleted)
                select id, :service, :at, :deleted::jsonb from erasure_part where id = :part
                on conflict do nothing
                """)
                .param("part", part)
                .param("service", service)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("deleted", json.writeValueAsString(deleted))
                .update();
    }
}
