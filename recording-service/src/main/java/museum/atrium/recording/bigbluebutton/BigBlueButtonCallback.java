package museum.atrium.recording.bigbluebutton;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import java.text.ParseException;
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

    BigBlueButtonCallback(BigBlueButtonSettings settings, BigBlueButtonSweep sweep) {
        this.settings = settings;
        this.sweep = sweep;
    }

    @PostMapping("/hooks/bigbluebutton")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ready(@RequestParam(name = "signed_parameters", required = false) @Nullable String signed) {
        if (!settings.isConnected()) {
            throw Refusal.notFound(
                    "BigBlueButton is not connected here: set BIGBLUEBUTTON_URL and BIGBLUEBUTTON_SECRET.");
        }
        if (signed == null || !isGood(signed)) {
            throw Refusal.forbidden("The signature is not BigBlueButton's.");
        }
        sweep.soon();
    }

    private boolean isGood(String signed) {
        try {
            JWSObject told = JWSObject.parse(signed);
            return told.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
                    && told.verify(new MACVerifier(settings.secret().getBytes(UTF_8)));
        } catch (ParseException | JOSEException unreadable) {
            return false;
        }
    }
}
