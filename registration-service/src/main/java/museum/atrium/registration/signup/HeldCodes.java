package museum.atrium.registration.signup;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invitation codes that admit one address alone, and are held with it. */
@Repository
public class HeldCodes {

    /** @param activity its slug */
    public record HeldCode(String activity, String code) {}

    /** Stands where the address stood of a code that somebody else holds a place by. */
    static final String ERASED = "erased@erased.invalid";

    private final JdbcClient database;

    HeldCodes(JdbcClient database) {
        this.database = database;
    }

    /** Without those of which the address was erased. */
    public List<HeldCode> findAll(List<UUID> ids) {
        return database.sql("""
                select a.slug, c.code from invitation_code c join activity a on a.id = c.activity_id
                where c.id = any(:ids) and c.email_key <> :erased order by a.slug, c.code
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("erased", ERASED)
                .query((row, number) -> new HeldCode(row.getString("slug"), row.getString("code")))
                .list();
    }
}
