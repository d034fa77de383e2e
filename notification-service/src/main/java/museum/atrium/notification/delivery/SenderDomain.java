package museum.atrium.notification.delivery;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import museum.atrium.notification.composing.MailSettings;
import org.springframework.stereotype.Component;

/** The domain that our mails come from, in which their Message-IDs are ours. */
@Component
class SenderDomain {

    private final String name;
    private final String address;

    SenderDomain(MailSettings settings) {
        try {
            String address = new InternetAddress(settings.from(), true).getAddress();
            int at = address.lastIndexOf('@') + 1;
            this.name = address.substring(at);
            this.address = address.substring(0, at) + IDN.toASCII(name);
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "MAIL_FROM is not a mail address such as 'Museum <mail@example.org>'", e);
        }
    }

    String name() {
        return name;
    }

    /** Where the mail server tells what it could not deliver, in whosever name a mail is written. */
    String address() {
        return address;
    }
}
