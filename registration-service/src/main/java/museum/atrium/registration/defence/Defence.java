package museum.atrium.registration.defence;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import museum.atrium.http.Refusal;
import org.springframework.stereotype.Component;

/** Stands before everything by which a stranger makes us write to a mail address. */
@Component
public class Defence {

    /** Where a proxy says something that is no address: they share one limit. */
    private static final InetAddress UNKNOWN = InetAddress.ofLiteral("0.0.0.0");

    private static final Pattern ZONE = Pattern.compile("%[^]]*");

    private final AddressLimit addressLimit;
    private final NetworkLimit networkLimit;
    private final Proofs proofs;
    private final Counter tooOften;
    private final Counter withoutProof;
    private final Counter withWorthlessProof;

    Defence(AddressLimit addressLimit, NetworkLimit networkLimit, Proofs proofs, MeterRegistry metrics) {
        this.addressLimit = addressLimit;
        this.networkLimit = networkLimit;
        this.proofs = proofs;
        this.tooOften = refused(metrics, "address");
        this.withoutProof = refused(metrics, "network");
        this.withWorthlessProof = refused(metrics, "proof");
    }

    /**
     * Counts a request, and lets it pass or not. To be called once for each request, after its fields were checked and
     * before anything is looked up: what it answers depends on requests alone.
     *
     * @param addresses the mail addresses that would be written to, each once, in the form in which they are compared
     * @throws Refusal 429 if an address is named too often, or if so many came from this network that a proof is needed; 400
     *     if the proof that was sent is none
     */
    public void admit(Collection<String> addresses, HttpServletRequest request) {
        Optional<Proof> proof = Proof.read(request.getHeader(Proof.HEADER));
        InetAddress client = client(request);
        if (networkLimit.isUnlimited(client)) {
            return;
        }
        // First: who was not asked for a proof must not use up what the owner of an address may ask.
        Duration wait = networkLimit.signUp(client, addresses.size());
        if (wait.isPositive()
                && !proof.filter(sent -> proofs.isGood(sent, addresses)).isPresent()) {
            throw proofRequired(wait, proof.isPresent(), addresses);
        }
        Duration pause = addressLimit.name(addresses);
        if (pause.isPositive()) {
            tooOften.increment();
            throw Refusal.tooMany(
                    "too-many-requests",
                    "This address was named too often in a short time. Look into its mailbox, or try again later.",
                    pause);
        }
    }

    private Refusal proofRequired(Duration wait, boolean sent, Collection<String> addresses) {
        (sent ? withWorthlessProof : withoutProof).increment();
        String reason = sent
                ? "The proof has expired, or belongs to another request."
                : "Many people signed up from your network in a short time.";
        return Refusal.tooMany(
                        "proof-required",
                        reason + " Send the request again with the solution of this challenge in the header '"
                                + Proof.HEADER + "', or try again later.",
                        wait)
                .with("challenge", proofs.challenge(addresses));
    }

    private static InetAddress client(HttpServletRequest request) {
        String written = request.getRemoteAddr();
        try {
            // The name of an interface says something to the machine alone that wrote it.
            return InetAddress.ofLiteral(
                    written.indexOf('%') < 0 ? written : ZONE.matcher(written).replaceFirst(""));
        } catch (IllegalArgumentException _) {
            return UNKNOWN;
        }
    }

    private static Counter refused(MeterRegistry metrics, String reason) {
        return Counter.builder("atrium.sign.ups.refused")
                .description("requests that were refused because there were too many")
                .tag("reason", reason)
                .register(metrics);
    }
}
