package museum.atrium.notification.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import museum.atrium.http.UnusableSetting;
import museum.atrium.notification.audience.AddressKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast mails may go, over all instances together.
 *
 * @param rate in all, like {@code 50/s}, {@code 600/m} or {@code 5000/h}; empty or 0: no limit
 * @param domainRate the same for each receiving domain
 * @param domainRates for some domains instead, each like {@code example.org=5/s}
 */
@ConfigurationProperties("atrium.delivery")
record PaceSettings(
        @Nullable String rate,
        @Nullable String domainRate,
        @DefaultValue("") List<String> domainRates) {

    /** What the settings come to. */
    Paces.Limits limits() {
        Map<String, Rate> ofDomains = new HashMap<>();
        for (String entry : domainRates) {
            if (!entry.isBlank()) {
                int sign = entry.indexOf('=');
                if (sign < 1) {
                    throw new UnusableSetting("An entry of DELIVERY_DOMAIN_RATES has no domain.", Rate.REMEDY);
                }
                ofDomains.put(
                        AddressKey.of("@" + entry.substring(0, sign).strip()).substring(1),
                        Rate.of(entry.substring(sign + 1)));
            }
        }
        return new Paces.Limits(Rate.of(rate), Rate.of(domainRate), Map.copyOf(ofDomains));
    }
}
