package museum.atrium.outbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the highest revision of each aggregate in a row, which whoever takes a newer one holds until its commit. */
final class RevisionIntake implements Intake {

    private final JdbcClient jdbc;

    RevisionIntake(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean take(String aggregateKind, String key, long revision, Runnable effect) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A revision can only be taken in the transaction that applies it");
        }
        boolean newer = jdbc.sql("""
                insert into intake (kind, key, revision) values (:kind, :key, :revision)
                on conflict (kind, key) do update set revision = excluded.revision
                where intake.revision < excluded.revision
                """)
                        .param("kind", aggregateKind)
                        .param("key", key)
                        .param("revision", revision)
                        .update()
                == 1;
        if (newer) {
            effect.run();
        }
        return newer;
    }
}
