package museum.atrium.recording.store;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Removes files for certain: what to remove is committed with the change that made it superfluous, a crash forgets nothing. */
@Component
public class DiscardedFiles {

    private static final Logger log = LoggerFactory.getLogger(DiscardedFiles.class);
    private static final int AT_ONCE = 100;

    private final JdbcClient database;
    private final MediaFolder folder;

    DiscardedFiles(JdbcClient database, MediaFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Gone as soon as the caller's transaction has committed; kept if it does not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discard(String name) {
        database.sql("insert into discarded_file (name) values (:name) on conflict do nothing")
                .param("name", name)
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                removed(name);
            }
        });
    }

    /** As {@link #discard(String)} of a file that is made here, and of the folder in which it is made. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discard(UUID made) {
        discard(MediaFolder.work(made));
        discard(made.toString());
    }

    /** Takes up what a crash or a broken disk left, and forgets what is gone. */
    @Transactional
    void removeLeftOvers() {
        List<String> names = database.sql("select name from discarded_file limit :limit for update skip locked")
                .param("limit", AT_ONCE)
                .query((row, number) -> row.getString("name"))
                .list();
        List<String> gone = names.stream().filter(this::removed).toList();
        if (!gone.isEmpty()) {
            database.sql("delete from discarded_file where name in (:names)")
                    .param("names", gone)
                    .update();
        }
    }

    private boolean removed(String name) {
        try {
            folder.remove(name);
            return true;
        } catch (IOException broken) {
            log.error("A discarded file could not be removed and is tried again: {}", name, broken);
            return false;
        }
    }
}
