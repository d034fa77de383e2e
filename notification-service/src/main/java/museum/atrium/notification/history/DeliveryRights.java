package museum.atrium.notification.history;

import java.util.Optional;
import java.util.UUID;
import museum.atrium.http.Refusal;
import museum.atrium.http.account.Access;
import museum.atrium.http.account.Grant;
import museum.atrium.http.account.OrganizerAccount;
import museum.atrium.http.account.OrganizerCall;
import museum.atrium.http.account.OrganizerRights;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose role is limited to series sees the mails of one activity of theirs, or of one registration for it. Everything else is of
 * everybody, and networks are not known here.
 */
@Component
class DeliveryRights implements OrganizerRights {

    private final JdbcClient jdbc;

    DeliveryRights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void refuseUnlessAllowed(OrganizerAccount account, OrganizerCall call) {
        if (account.mayEverywhere(call.access())) {
            return;
        }
        boolean ofTheirs = call.reads()
                && call.pattern().equals("/api/deliveries")
                && seriesOf(call)
                        .filter(account.mayIn(Grant.Kind.SERIES, Access.READ)::contains)
                        .isPresent();
        if (!ofTheirs) {
            throw Refusal.forbidden(
                    "Your role is limited: ask for one activity or registration of a series that it names, or for a role without limits.");
        }
    }

    private Optional<String> seriesOf(OrganizerCall call) {
        UUID activity = id(call.request().getParameter("activity"));
        UUID registration = id(call.request().getParameter("registration"));
        if (activity == null && registration == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select case when a.kind = 'SERIES' then a.slug else s.slug end
                from activities a left join activities s on s.id = a.series
                where a.id = coalesce(:activity::uuid, (select activity from registrations where id = :registration::uuid))
                """)
                .param("activity", activity)
                .param("registration", registration)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(series -> series);
    }

    private static @Nullable UUID id(@Nullable String written) {
        try {
            return written == null ? null : UUID.fromString(written);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
