package museum.atrium.notification.templates;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.notification.composing.Composing;
import museum.atrium.notification.composing.Preview;
import museum.atrium.notification.composing.Template;
import museum.atrium.notification.delivery.Samples;
import museum.atrium.notification.delivery.TestMails;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a mail of an activity will look, on the screen or in one's own mailbox; the participant in it is made up. */
@RestController
@RequestMapping("/api/templates/{template}/{language}")
class PreviewController {

    private static final int LONGEST_ADDRESS = 320;
    private static final Duration SOON = Duration.ofSeconds(30);

    record Address(@Nullable String email) {}

    /** @param reply what the mail server answered */
    record Sent(String reply) {}

    private final Naming naming;
    private final Samples samples;
    private final Composing composing;
    private final TestMails mails;

    PreviewController(Naming naming, Samples samples, Composing composing, TestMails mails) {
        this.naming = naming;
        this.samples = samples;
        this.composing = composing;
        this.mails = mails;
    }

    /** @param own tried out and not kept; null: what is kept */
    @PostMapping("/preview")
    ResponseEntity<Preview> preview(
            @PathVariable String template,
            @PathVariable String language,
            @RequestParam Map<String, String> parameters,
            @RequestBody(required = false) @Nullable OwnTexts own) {
        Template named = Naming.template(template);
        UUID id = naming.only(parameters);
        if (own != null) {
            own.refuseUnlessRight(named);
        }
        Preview preview = composing.preview(samples.letter(
                id, named, Naming.language(language), "mariana@example.org", own == null ? null : own.byKey(named)));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(preview);
    }

    @PostMapping("/test")
    Sent test(
            @PathVariable String template,
            @PathVariable String language,
            @RequestParam Map<String, String> parameters,
            @RequestBody Address address) {
        Template named = Naming.template(template);
        UUID id = naming.only(parameters);
        String email = address.email();
        if (email == null || email.isBlank() || email.length() > LONGEST_ADDRESS) {
            throw Refusal.invalid(new FieldError("email", "Give the address that the mail is to go to."));
        }
        TestMails.Result result = mails.send(samples.letter(id, named, Naming.language(language), email.strip(), null));
        if (result.accepted()) {
            return new Sent(result.reply());
        }
        if (result.later()) {
            throw Refusal.notNow("mail-server", "The mail server did not take it now: " + result.reply(), SOON);
        }
        throw Refusal.invalid(new FieldError("email", "was refused: " + result.reply()));
    }
}
