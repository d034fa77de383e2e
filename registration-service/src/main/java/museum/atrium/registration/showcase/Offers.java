package museum.atrium.registration.showcase;

import java.net.URI;
import java.time.Instant;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.SignUpTerms;
import org.jspecify.annotations.Nullable;

/** What signing up costs, which is nothing, and whether it is possible, in the words of schema.org. */
final class Offers {

    private Offers() {}

    /** @return null: nobody can sign up any more */
    static @Nullable Thing of(Activity activity, URI page, Instant now) {
        String availability = availability(activity, now);
        SignUpTerms terms = activity.signUp();
        return availability == null
                ? null
                : Thing.of("Offer")
                        .with("url", page)
                        .with("price", 0)
                        .with("priceCurrency", "EUR")
                        .withWord("availability", availability)
                        .with("validFrom", terms.opensAt())
                        .with("validThrough", terms.closesAt());
    }

    private static @Nullable String availability(Activity activity, Instant now) {
        return switch (activity.signUpState(now)) {
            case OPEN -> "InStock";
            case INTEREST -> "PreOrder";
            case WAITLIST -> "BackOrder";
            case FULL -> "SoldOut";
            case CLOSED -> activity.isPublished() && opensLater(activity.signUp(), now) ? "PreSale" : null;
        };
    }

    private static boolean opensLater(SignUpTerms terms, Instant now) {
        Instant opensAt = terms.opensAt();
        return opensAt != null && now.isBefore(opensAt);
    }
}
