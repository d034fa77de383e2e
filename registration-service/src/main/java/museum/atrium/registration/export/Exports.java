package museum.atrium.registration.export;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import museum.atrium.http.account.OrganizerAccount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The exports as they are entered and deleted. */
@Repository
class Exports {

    private final JdbcClient database;

    Exports(JdbcClient database) {
        this.database = database;
    }

    /** Until the transaction ends nobody else enters or ends any: their numbers rise as they are committed. */
    void hold() {
        database.sql("lock table export in share row exclusive mode").update();
    }

    /** @return its number */
    long insert(ExportId id, ExportSubject subject, Instant at, @Nullable OrganizerAccount account) {
        return database.sql("""
                insert into export (id, subject, asked_at, account, account_name)
                values (:id, :subject, :at, :account, :name) returning number
                """)
                .param("id", id.value())
                .param("subject", subject.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", account == null ? null : account.id(), Types.VARCHAR)
                .param("name", account == null ? null : account.name(), Types.VARCHAR)
                .query(Long.class)
                .single();
    }

    void insertContents(ExportId id, List<UUID> registrations, List<UUID> codes) {
        database.sql("""
                insert into exported_registration (export_id, registration_id) select :id, unnest(:registrations::uuid[])
                """)
                .param("id", id.value())
                .param("registrations", registrations.toArray(UUID[]::new))
                .update();
        database.sql("insert into exported_code (export_id, code_id) select :id, unnest(:codes::uuid[])")
                .param("id", id.value())
                .param("codes", codes.toArray(UUID[]::new))
                .update();
    }

    /** @return the registrations that no other export is about */
    List<UUID> deleteBefore(Instant end) {
        List<UUID> ended = database.sql("""
                select x.registration_id from exported_registration x join export e on e.id = x.export_id
                group by x.registration_id having max(e.asked_at) < :end order by x.registration_id
                """)
                .param("end", end.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        database.sql("delete from export where asked_at < :end")
                .param("end", end.atOffset(ZoneOffset.UTC))
                .update();
        return ended;
    }

    /** @return those of them that any export was about */
    List<UUID> deleteRegistrations(List<UUID> registrations) {
        return database
                .sql("""
                delete from exported_registration where registration_id = any(:registrations) returning registration_id
                """)
                .param("registrations", registrations.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .distinct()
                .toList();
    }
}
