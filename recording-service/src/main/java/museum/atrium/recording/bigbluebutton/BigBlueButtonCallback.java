package museum.atrium.recording.bigbluebutton;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where BigBlueButton tells that a recording is ready: once, and never again, with nothing but its names, signed with the secret. So it only
 * makes the look at the list come sooner.
 */
@RestController
class BigBlueButtonCallback {

    private final BigBlueButtonSettings settings;
    private final BigBlueButtonSweep sweep;
    private final Clock clock;

    BigBlueButtonCallback(BigBlueButtonSettings settings, BigBlueButtonSweep sweep, Clock clock) {
        this.settings = settings;
        this.sweep = sweep;
        this.clock = clock;
    }

    @PostMapping("/hooks/bigbluebutton")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ready(@RequestParam(name = "signed_parameters", required = false) @Nullable String signed) {
        if (!settings.isConnected()) {
            throw Refusal.notFound(
                    "BigBlueButton is not connected here: set BIGBLUEBUTTON_URL and BIGBLUEBUTTON_SECRET.");
        }
        JWTClaimsSet claims = signed == null ? null : claims(signed);
        if (claims == null) {
            throw Refusal.forbidden("The signature is not BigBlueButton's, or it has expired.");
        }
        if (lacks(claims, "meeting_id") || lacks(claims, "record_id")) {
            throw Refusal.badRequest("signed_parameters must have the claims meeting_id and record_id, both texts.");
        }
        sweep.soon();
    }

    /** Null when they are not signed with the secret, or are no longer valid. */
    private @Nullable JWTClaimsSet claims(String signed) {
        try {
            SignedJWT told = SignedJWT.parse(signed);
            boolean isSigned = told.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                    && told.verify(new MACVerifier(settings.secret().getBytes(UTF_8)));
            if (!isSigned) {
                return null;
            }
            JWTClaimsSet claims = told.getJWTClaimsSet();
            Date end = claims.getExpirationTime();
            return end == null || clock.instant().isBefore(end.toInstant()) ? claims : null;
        } catch (ParseException | JOSEException unreadable) {
            return null;
        }
    }

    private static boolean lacks(JWTClaimsSet claims, String name) {
        return !(claims.getClaim(name) instanceof String text) || text.isBlank();
    }
}
