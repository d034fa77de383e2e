package museum.atrium.recording.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are fetched.
 *
 * @param allowPrivateNetworks whether they may lie in private networks, and on this machine also without TLS
 * @param atOnce how many one instance fetches at the same time
 * @param silence how long a server may say nothing
 * @param patience for how long a fetch that fails is tried again
 */
@ConfigurationProperties("atrium.imports")
record ImportSettings(
        boolean allowPrivateNetworks,
        int atOnce,
        @DefaultValue("60s") Duration silence,
        @DefaultValue("1d") Duration patience) {}
