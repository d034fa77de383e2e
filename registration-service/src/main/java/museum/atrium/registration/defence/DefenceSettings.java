package museum.atrium.registration.defence;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import museum.atrium.http.UnusableSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much is too much, as it stands in the configuration.
 *
 * @param signUpsPerAddress requests that may name one mail address in a period
 * @param signUpsPerNetwork people that one network may sign up in a period without a proof
 * @param signUpsUnlimitedFrom networks for which none of this holds, with commas between
 * @param proofExpiry how long a challenge may take
 * @param proofDifficulty hashes that a browser computes at most for each person
 */
@ConfigurationProperties("atrium.defence")
record DefenceSettings(
        int signUpsPerAddress,
        Duration signUpsPerAddressPeriod,
        int signUpsPerNetwork,
        Duration signUpsPerNetworkPeriod,
        String signUpsUnlimitedFrom,
        Duration proofExpiry,
        int proofDifficulty) {

    private static final int MOST = 1_000_000;
    private static final int HARDEST = 10_000_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    /** @throws UnusableSetting if there is no such rate */
    Bandwidth perAddress() {
        return rate("SIGN_UPS_PER_ADDRESS", signUpsPerAddress, signUpsPerAddressPeriod);
    }

    /** @throws UnusableSetting if there is no such rate */
    Bandwidth perNetwork() {
        return rate("SIGN_UPS_PER_NETWORK", signUpsPerNetwork, signUpsPerNetworkPeriod);
    }

    /** @throws UnusableSetting if one of them is no network */
    List<AddressRange> unlimited() {
        return Arrays.stream(signUpsUnlimitedFrom.split(","))
                .map(String::strip)
                .filter(written -> !written.isEmpty())
                .map(DefenceSettings::network)
                .toList();
    }

    /** @throws UnusableSetting if it is out of range */
    Duration expiry() {
        return time("PROOF_EXPIRY", proofExpiry);
    }

    /** @throws UnusableSetting if it is out of range */
    int difficulty() {
        return number("PROOF_DIFFICULTY", proofDifficulty, HARDEST);
    }

    /** All that was taken comes back at once when the period is over. */
    private static Bandwidth rate(String variable, int most, Duration period) {
        return Bandwidth.builder()
                .capacity(number(variable, most, MOST))
                .refillIntervally(most, time(variable + "_PERIOD", period))
                .build();
    }

    private static AddressRange network(String written) {
        return AddressRange.parse(written)
                .orElseThrow(() -> new UnusableSetting(
                        "SIGN_UPS_UNLIMITED_FROM has '" + written + "', which is not a network.",
                        "Write networks with commas between, such as 192.0.2.0/24,2001:db8::/32, or leave it out."));
    }

    private static int number(String variable, int value, int most) {
        if (value < 1 || value > most) {
            throw outOfRange(variable, value, "a number from 1 to " + most);
        }
        return value;
    }

    private static Duration time(String variable, Duration value) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw outOfRange(variable, value, "a time from 1s to 7d");
        }
        return value;
    }

    private static UnusableSetting outOfRange(String variable, Object value, String range) {
        return new UnusableSetting(
                variable + " is " + value + ": it must be " + range + ".",
                "Set the environment variable " + variable + " to such a value, or leave it out.");
    }
}
