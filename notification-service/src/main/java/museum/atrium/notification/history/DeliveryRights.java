package museum.atrium.notification.history;

import java.util.Optional;
import java.util.Set;
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
 * Whose role is limited to networks or series sees the mails of one activity of theirs, or of one registration for it. Everything
 * else is of everybody.
 */
@Component
class DeliveryRights implements OrganizerRights {

    private static final Set<String> OF_ONE_ACTIVITY =
            Set.of("/api/deliveries", "/api/deliveries/statistics", "/api/schedule");

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
                && OF_ONE_ACTIVITY.contains(call.pattern())
                && homeOf(call).filter(home -> home.isWithin(account)).isPresent();
        if (!ofTheirs) {
            throw Refusal.forbidden(
                    "Your role is limited: ask for one activity or registration of a network or series that it names, or for a role without limits.");
        }
    }

    /** By slugs; what has no network of its own is in its series'. */
    private record Home(@Nullable String series, @Nullable String network) {

        boolean isWithin(OrganizerAccount account) {
            return (series != null
                            && account.mayIn(Grant.Kind.SERIES, Access.READ).contains(series))
                    || (network != null
                            && account.mayIn(Grant.Kind.NETWORK, Access.READ).contains(network));
        }
    }

    private Optional<Home> homeOf(OrganizerCall call) {
        String named = call.request().getParameter("activity");
        UUID activity = id(named);
        // Other lists than that of deliveries take a slug as well.
        String slug = call.pattern().equals("/api/deliveries") || activity != null ? null : named;
        UUID registration = id(call.request().getParameter("registration"));
        if (activity == null && slug == null && registration == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select case when a.kind = 'SERIES' then a.slug else s.slug end as series,
                       coalesce(own.slug, of_series.slug) as network
                from activities a
                left join activities s on s.id = a.series
                left join networks own on own.id = a.network
                left join networks of_series on of_series.id = s.network
                where a.id = coalesce(
                  :activity::uuid,
                  (select id from activities where slug = :slug),
                  (select activity from registrations where id = :registration::uuid))
                """)
                .param("slug", slug)
                .param("activity", activity)
                .param("registration", registration)
                .query((row, number) -> new Home(row.getString("series"), row.getString("network")))
                .optional();
    }

    private static @Nullable UUID id(@Nullable String written) {
        try {
            return written == null ? null : UUID.fromString(written);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
