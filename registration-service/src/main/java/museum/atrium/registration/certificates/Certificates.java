package museum.atrium.registration.certificates;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import museum.atrium.registration.programme.SessionId;
import museum.atrium.registration.rights.CertifiedActivities;
import museum.atrium.registration.signup.HeldCertificates;
import museum.atrium.registration.signup.RegistrationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The certificates as they are stored. They go with their registration when that is erased. */
@Repository
class Certificates implements HeldCertificates, CertifiedActivities {

    private final JdbcClient database;
    private final Clock clock;

    Certificates(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<UUID> activityOf(String written) {
        return CertificateCode.parse(written)
                .flatMap(code -> database.sql("""
                select r.activity_id from certificate c join registration r on r.id = c.registration_id where c.code = :code
                """)
                        .param("code", code.value())
                        .query(UUID.class)
                        .optional());
    }

    Optional<Certificate> find(CertificateCode code) {
        return database.sql("select * from certificate where code = :code")
                .param("code", code.value())
                .query(Certificates::certificate)
                .optional();
    }

    /** The valid one, else the one that was revoked last. */
    Optional<Certificate> newestOf(RegistrationId registration) {
        return allOf(registration).stream().findFirst();
    }

    @Override
    public List<HeldCertificate> of(RegistrationId registration) {
        return allOf(registration).stream()
                .map(certificate -> new HeldCertificate(
                        certificate.code().toString(),
                        certificate.minutes(),
                        certificate.sessions(),
                        certificate.issuedAt(),
                        certificate.revoked() == null
                                ? null
                                : certificate.revoked().at(),
                        certificate.revoked() == null
                                ? null
                                : certificate.revoked().reason()))
                .toList();
    }

    /** Those of them that ever had one. */
    Set<RegistrationId> certified(Collection<RegistrationId> registrations) {
        return database
                .sql("select distinct registration_id from certificate where registration_id = any(:registrations)")
                .param(
                        "registrations",
                        registrations.stream().map(RegistrationId::value).toArray(UUID[]::new))
                .query((row, number) -> new RegistrationId(row.getObject("registration_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** @return whose certificate was stored: not who has a valid one */
    Set<RegistrationId> insert(Collection<Certificate> certificates) {
        return database
                .sql("""
                insert into certificate (id, registration_id, code, minutes, session_ids, issued_at)
                select id, registration, code, minutes, sessions::uuid[], issued_at
                from unnest(:ids::uuid[], :registrations::uuid[], :codes::text[], :minutes::int[], :sessions::text[],
                  :issuedAt::timestamptz[]) as given (id, registration, code, minutes, sessions, issued_at)
                on conflict (registration_id) where revoked_at is null do nothing
                returning registration_id
                """)
                .param("ids", certificates.stream().map(Certificate::id).toArray(UUID[]::new))
                .param(
                        "registrations",
                        certificates.stream()
                                .map(certificate -> certificate.registration().value())
                                .toArray(UUID[]::new))
                .param(
                        "codes",
                        texts(certificates.stream()
                                .map(certificate -> certificate.code().value())))
                .param(
                        "minutes",
                        certificates.stream().map(Certificate::minutes).toArray(Integer[]::new))
                .param("sessions", texts(certificates.stream().map(Certificates::sessions)))
                .param(
                        "issuedAt",
                        texts(certificates.stream()
                                .map(certificate -> certificate.issuedAt().toString())))
                .query((row, number) -> new RegistrationId(row.getObject("registration_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /**
     * Revoking what is revoked already changes nothing, not even the reason.
     *
     * @return whether it was valid until now
     */
    boolean revoke(CertificateCode code, String reason) {
        return database.sql("""
                update certificate set revoked_at = :now, revocation_reason = :reason
                where code = :code and revoked_at is null
                """)
                        .param("code", code.value())
                        .param("reason", reason)
                        .param(
                                "now",
                                clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private List<Certificate> allOf(RegistrationId registration) {
        return database.sql("""
                select * from certificate where registration_id = :registration
                order by revoked_at is null desc, issued_at desc, id
                """)
                .param("registration", registration.value())
                .query(Certificates::certificate)
                .list();
    }

    private static Certificate certificate(ResultSet row, int number) throws SQLException {
        OffsetDateTime revokedAt = row.getObject("revoked_at", OffsetDateTime.class);
        return new Certificate(
                row.getObject("id", UUID.class),
                new RegistrationId(row.getObject("registration_id", UUID.class)),
                new CertificateCode(row.getString("code")),
                row.getInt("minutes"),
                Stream.of((UUID[]) row.getArray("session_ids").getArray())
                        .map(SessionId::new)
                        .toList(),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                revokedAt == null
                        ? null
                        : new Certificate.Revocation(revokedAt.toInstant(), row.getString("revocation_reason")));
    }

    /** An array literal, because SQL has no arrays of arrays of different lengths. */
    private static String sessions(Certificate certificate) {
        return certificate.sessions().stream().map(SessionId::toString).collect(joining(",", "{", "}"));
    }

    private static String[] texts(Stream<String> values) {
        return values.toArray(String[]::new);
    }
}
