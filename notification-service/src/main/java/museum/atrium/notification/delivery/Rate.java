package museum.atrium.notification.delivery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import museum.atrium.http.UnusableSetting;
import org.jspecify.annotations.Nullable;

/** Mails in a time; 0 for as many as can be. */
record Rate(double perSecond) {

    static final Rate NONE = new Rate(0);

    static final String REMEDY =
            "Write DELIVERY_RATE and DELIVERY_DOMAIN_RATE like 20/s, 600/m or 5000/h, and DELIVERY_DOMAIN_RATES like example.org=5/s,example.net=100/m.";

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(?:/([smh]))?");

    static Rate of(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return NONE;
        }
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            throw new UnusableSetting("A rate of mails cannot be understood.", REMEDY);
        }
        double number = Double.parseDouble(matcher.group(1));
        return new Rate(
                switch (String.valueOf(matcher.group(2))) {
                    case "h" -> number / 3_600;
                    case "m" -> number / 60;
                    default -> number;
                });
    }

    boolean isLimit() {
        return perSecond > 0;
    }

    /** As many may go at once after a quiet time: those of a second. */
    double burst() {
        return Math.max(1, perSecond);
    }
}
