package museum.atrium.notification.delivery;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import museum.atrium.notification.composing.MailSettings;
import org.springframework.stereotype.Component;

/** The domain that our mails come from, in which their Message-IDs are ours. */
@Component
class SenderDomain {

    private final String name;

    SenderDomain(MailSettings settings) {
        try {
            String address = new InternetAddress(settings.from(), true).getAddress();
            this.name = address.substring(address.lastIndexOf('@') + 1);
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "MAIL_FROM is not a mail address such as 'Museum <mail@example.org>'", e);
        }
    }

    String name() {
        return name;
    }
}
