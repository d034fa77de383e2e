package museum.atrium.registration.signup;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import museum.atrium.registration.programme.ActivityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the owner of an address is signed up for; told to nobody but them. */
@Repository
class OwnSignUps {

    private final JdbcClient database;

    OwnSignUps(JdbcClient database) {
        this.database = database;
    }

    /** Those of the activities; what still waits for its address does not count. */
    Set<ActivityId> among(Collection<ActivityId> activities, EmailAddress address) {
        return database
                .sql("""
                select activity_id from registration
                where activity_id = any(:activities) and email_key = :address
                  and status <> 'CANCELLED' and pending_for is distinct from 'ADDRESS'
                """)
                .param("activities", activities.stream().map(ActivityId::value).toArray(UUID[]::new))
                .param("address", address.key())
                .query((row, number) -> new ActivityId(row.getObject("activity_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
