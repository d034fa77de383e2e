package museum.atrium.registration.defence;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A solved challenge as a browser sends it, not yet checked: the base64 of JSON, as ALTCHA writes it. */
record Proof(String challenge, long number, String salt, String signature) {

    static final String HEADER = "Sign-Up-Proof";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_SALT = 200;

    /**
     * Reads the header.
     *
     * @param header null: there is none
     * @throws Refusal 400 if it does not have the shape of a proof
     */
    static Optional<Proof> read(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    of(JsonMapper.shared().readTree(Base64.getDecoder().decode(header))));
        } catch (IllegalArgumentException | JacksonException _) {
            // The cause would repeat what was sent.
            throw unreadable();
        }
    }

    private static Proof of(JsonNode json) {
        JsonNode number = json.path("number");
        Proof proof = new Proof(
                text(json, "challenge"),
                number.isIntegralNumber() && number.canConvertToLong() ? number.longValue() : -1,
                text(json, "salt"),
                text(json, "signature"));
        boolean shaped = text(json, "algorithm").equals(Challenge.ALGORITHM)
                && HASH.matcher(proof.challenge).matches()
                && HASH.matcher(proof.signature).matches()
                && proof.salt.length() <= LONGEST_SALT
                && proof.number >= 0;
        if (!shaped) {
            throw unreadable();
        }
        return proof;
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isString() ? value.stringValue() : "";
    }

    private static Refusal unreadable() {
        return Refusal.badRequest(
                "The header '" + HEADER
                        + "' is not the solution of a challenge: the base64 of JSON with algorithm, challenge, number, salt and signature.");
    }
}
