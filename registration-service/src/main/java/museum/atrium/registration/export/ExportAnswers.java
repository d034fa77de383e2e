package museum.atrium.registration.export;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import museum.atrium.registration.OtherService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The newest answer of each service of each registration, for as long as somebody asks. */
@Repository
class ExportAnswers {

    private final JdbcClient database;
    private final JsonMapper json;

    ExportAnswers(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * An answer to what nobody asks any more, because its time is over or the registration erased, is passed over. Whoever deletes it
     * just now is waited for.
     */
    void keep(OtherService service, ExportAnswer answer) {
        database.sql("""
                insert into export_answer (registration_id, service, export_number, answered_at, held)
                select x.registration_id, :service, e.number, :at, :held::jsonb
                from exported_registration x join export e on e.id = x.export_id
                where x.export_id = :export and x.registration_id = :registration
                for key share of x
                on conflict (registration_id, service) do update
                set export_number = excluded.export_number, answered_at = excluded.answered_at, held = excluded.held
                where export_answer.export_number < excluded.export_number
                """)
                .param("registration", answer.registration())
                .param("export", answer.export())
                .param("service", service.wireName())
                .param("at", answer.answeredAt().atOffset(ZoneOffset.UTC))
                .param("held", json.writeValueAsString(answer.held()))
                .update();
    }

    void delete(List<UUID> registrations) {
        database.sql("delete from export_answer where registration_id = any(:registrations)")
                .param("registrations", registrations.toArray(UUID[]::new))
                .update();
    }
}
