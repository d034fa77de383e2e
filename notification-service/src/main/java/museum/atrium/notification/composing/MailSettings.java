package museum.atrium.notification.composing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who the mail is from.
 *
 * @param from a mailbox that is read, with or without a display name: {@code Example Network <programme@example.org>}
 */
@ConfigurationProperties("atrium.mail")
public record MailSettings(
        @DefaultValue("Atrium <atrium@localhost>") String from) {}
