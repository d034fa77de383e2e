package museum.atrium.notification.bounces;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox in which bounces are read.
 *
 * @param host empty: nothing is read
 * @param port null for the usual one
 * @param doneFolder where reports go that were understood; empty: they stay
 */
@ConfigurationProperties("atrium.bounces.imap")
record MailboxSettings(
        @DefaultValue("") String host,
        @Nullable Integer port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("IMPLICIT") Tls tls,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("") String doneFolder,
        @DefaultValue("60s") Duration poll) {

    enum Tls {
        IMPLICIT,
        STARTTLS,
        NONE
    }

    boolean isConfigured() {
        return !host.isBlank();
    }

    @Override
    public String toString() {
        return "MailboxSettings[host=%s, folder=%s, the password is secret]".formatted(host, folder);
    }
}
