package museum.atrium.registration.programme;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What activities asked, version by version, also what they have long stopped asking. */
@Repository
public class SignUpForms {

    private final JdbcClient database;
    private final ActivityRows rows;

    SignUpForms(JdbcClient database, ActivityRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** @param version as answers name it; 0: nothing was asked */
    public SignUpForm asked(ActivityId activity, int version) {
        return version == 0
                ? SignUpForm.NONE
                : database.sql("select form from sign_up_form where activity_id = :activity and version = :version")
                        .param("activity", activity.value())
                        .param("version", version)
                        .query((row, number) -> rows.form(row.getString("form")))
                        .single();
    }
}
