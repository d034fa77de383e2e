package museum.atrium.registration.networks;

import java.net.URI;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.Picture;
import museum.atrium.registration.programme.SignUpForm.PrivacyNotice;
import org.jspecify.annotations.Nullable;

/**
 * Who a network is, checked and with its defaults.
 *
 * @param language BCP 47; whose texts stand in where the reader's are missing
 * @param senderAddress that its mail comes from; null: the installation's
 * @param replyTo where answers to its mail go; null: to the sender
 * @param imprint who answers for it, and how to reach them
 * @param privacyNotice for the activities that have none of their own
 */
public record NetworkProfile(
        String slug,
        String name,
        String language,
        @Nullable Picture logo,
        @Nullable URI website,
        @Nullable String senderAddress,
        @Nullable String replyTo,
        LocalizedText imprint,
        @Nullable PrivacyNotice privacyNotice) {}
