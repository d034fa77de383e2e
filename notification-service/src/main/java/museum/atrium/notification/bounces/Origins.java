package museum.atrium.notification.bounces;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import museum.atrium.notification.audience.AddressKey;
import museum.atrium.notification.composing.MailKind;
import museum.atrium.notification.planning.Identity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the delivery that a report tells of. */
@Repository
class Origins {

    /** As many as one person can have got lately. */
    private static final int MOST = 1_000;

    private record Candidate(long id, Identity identity) {}

    private final ReturnAddresses returnAddresses;
    private final JdbcClient jdbc;

    Origins(ReturnAddresses returnAddresses, JdbcClient jdbc) {
        this.returnAddresses = returnAddresses;
        this.jdbc = jdbc;
    }

    /** By the address that it came back to, which nobody else can make up; else by its Message-ID. */
    OptionalLong of(DeliveryReport report) {
        OptionalLong signed = report.places().stream()
                .map(returnAddresses::find)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
        return signed.isPresent() ? signed : byMessageId(report);
    }

    /** No index holds Message-IDs: they are made of what a delivery is, and looked for among those of whom it was for. */
    private OptionalLong byMessageId(DeliveryReport report) {
        if (report.mark().isEmpty() || report.addresses().isEmpty()) {
            return OptionalLong.empty();
        }
        UUID mark = report.mark().get();
        return candidates(report.addresses()).stream()
                .filter(candidate -> candidate.identity().mark().equals(mark))
                .mapToLong(Candidate::id)
                .findFirst();
    }

    private List<Candidate> candidates(List<String> addresses) {
        return jdbc.sql("""
                select d.id, d.registration, d.kind, d.about, d.distance, d.revision, d.resent
                from contacts c
                join deliveries d on d.registration = c.registration
                where c.address_key in (:addresses)
                order by d.id desc
                limit :most
                """)
                .param("addresses", addresses.stream().map(AddressKey::of).toList())
                .param("most", MOST)
                .query((row, number) -> new Candidate(
                        row.getLong("id"),
                        new Identity(
                                row.getObject("registration", UUID.class),
                                MailKind.valueOf(row.getString("kind")),
                                row.getObject("about", UUID.class),
                                row.getString("distance"),
                                row.getLong("revision"),
                                row.getInt("resent"))))
                .list();
    }
}
