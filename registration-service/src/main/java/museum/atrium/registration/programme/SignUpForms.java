package museum.atrium.registration.programme;

import java.util.UUID;
import museum.atrium.registration.programme.SignUpForm.PrivacyNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What activities asked, version by version, also what they have long stopped asking. */
@Repository
public class SignUpForms {

    private final JdbcClient database;
    private final ActivityRows rows;
    private final JsonMapper json;

    SignUpForms(JdbcClient database, ActivityRows rows, JsonMapper json) {
        this.database = database;
        this.rows = rows;
        this.json = json;
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

    /** What the network tells about the data is, from now on, told by each of its activities that does not tell it itself. */
    public void tell(UUID network, @Nullable PrivacyNotice notice) {
        database.sql("select id, form from activity where network_id = :network order by id for update")
                .param("network", network)
                .query((row, number) ->
                        new Told(new ActivityId(row.getObject("id", UUID.class)), rows.form(row.getString("form"))))
                .list()
                .forEach(told -> {
                    SignUpForm following = told.form().following(told.form().toldBy(notice));
                    if (!following.equals(told.form())) {
                        store(told.activity(), following);
                    }
                });
    }

    private record Told(ActivityId activity, SignUpForm form) {}

    private void store(ActivityId activity, SignUpForm form) {
        database.sql("update activity set form = :form::jsonb where id = :activity")
                .param("form", json.writeValueAsString(form))
                .param("activity", activity.value())
                .update();
        keep(activity);
    }

    /** What somebody has answered must be shown as it was asked, whatever is asked later. */
    void keep(ActivityId activity) {
        database.sql("""
                insert into sign_up_form (activity_id, version, form)
                select id, (form->>'version')::int, form from activity
                where id = :activity and (form->>'version')::int > 0
                on conflict do nothing
                """).param("activity", activity.value()).update();
    }
}
