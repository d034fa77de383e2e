package museum.atrium.registration.programme;

import org.jspecify.annotations.Nullable;

/** @param minimumPercent of the live time that somebody had chosen, and that took place, which they must have attended */
public record CertificateTerms(int minimumPercent) {

    static @Nullable CertificateTerms of(@Nullable Integer minimumPercent) {
        return minimumPercent == null ? null : new CertificateTerms(minimumPercent);
    }
}
