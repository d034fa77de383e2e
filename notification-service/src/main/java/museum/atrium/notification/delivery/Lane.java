package museum.atrium.notification.delivery;

import java.util.Locale;

/** In which order mails go; a lane's number in the database is its ordinal. */
enum Lane {
    /** Somebody has just done something and waits for the answer. */
    TRANSACTIONAL,
    /** True only for a while. */
    TIME_CRITICAL,
    /** Everything else. */
    BULK;

    static Lane of(int number) {
        return values()[number];
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
