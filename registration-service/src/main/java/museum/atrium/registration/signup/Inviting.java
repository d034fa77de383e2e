package museum.atrium.registration.signup;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import museum.atrium.http.Refusal;
import museum.atrium.registration.Ids;
import museum.atrium.registration.audit.Audit;
import museum.atrium.registration.audit.Target;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.Activities;
import museum.atrium.registration.programme.ActivityId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes codes: one that many share, several to hand out, or one for each of some addresses. */
@Component
class Inviting {

    /** Without letters and digits that are taken for one another. 12 of them: nobody guesses one. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 12;
    private static final int MOST = 1000;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");
    private static final int SHORTEST = 6;

    private final Activities activities;
    private final InvitationCodes codes;
    private final Ids ids;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    Inviting(Activities activities, InvitationCodes codes, Ids ids, Audit audit) {
        this.activities = activities;
        this.codes = codes;
        this.ids = ids;
        this.audit = audit;
    }

    /** @throws Refusal naming every field that is wrong; 409 if there is such a code already */
    @Transactional
    public List<InvitationCode> add(String slug, InvitingController.Request request) {
        ActivityId activity = activities.existing(slug).id();
        List<InvitationCode> made = checked(activity, request);
        if (codes.add(made) < made.size()) {
            throw Refusal.conflict("code-taken", "There is such a code for '" + slug + "' already; choose another.");
        }
        audit.noted("codes.added", Target.activity(activity.value(), slug), Map.of("codes", made.size()));
        return made;
    }

    List<InvitationCodes.Used> list(String slug) {
        return codes.ofActivity(activities.existing(slug).id());
    }

    private List<InvitationCode> checked(ActivityId activity, InvitingController.Request request) {
        Findings findings = new Findings();
        Integer uses = findings.capacity("uses", request.uses());
        List<@Nullable String> emails = request.emails();
        List<InvitationCode> made;
        if (emails != null) {
            if (request.code() != null || request.count() != null || uses != null) {
                findings.add("emails", "get a code each that admits one: leave out 'code', 'count' and 'uses'");
            }
            if (emails.isEmpty() || emails.size() > MOST) {
                findings.add("emails", "must be a list of 1 to " + MOST + " addresses");
            }
            made = IntStream.range(0, Math.min(emails.size(), MOST))
                    .mapToObj(i -> SignUpRules.email(findings, "emails[" + i + "]", emails.get(i)))
                    .map(address -> code(activity, generated(), 1, address.key()))
                    .toList();
        } else if (request.code() != null) {
            if (request.count() != null) {
                findings.add("count", "is for generated codes: leave out 'code' or 'count'");
            }
            made = List.of(code(activity, chosen(findings, request.code()), uses, null));
        } else {
            int count = request.count() == null ? 1 : request.count();
            if (count < 1 || count > MOST) {
                findings.add("count", "must lie between 1 and " + MOST);
            }
            made = IntStream.range(0, Math.clamp(count, 0, MOST))
                    .mapToObj(i -> code(activity, generated(), uses, null))
                    .toList();
        }
        findings.refuseIfAny();
        return made;
    }

    private static String chosen(Findings findings, String written) {
        String code = InvitationCode.canonical(written);
        if (code.length() < SHORTEST
                || code.length() > SignUpRules.LONGEST_CODE
                || !CODE.matcher(code).matches()) {
            findings.add(
                    "code",
                    "must have " + SHORTEST + " to " + SignUpRules.LONGEST_CODE
                            + " letters from A to Z, digits and single hyphens");
        }
        return code;
    }

    private InvitationCode code(ActivityId activity, String code, @Nullable Integer uses, @Nullable String address) {
        return new InvitationCode(ids.next(), activity, code, uses, address);
    }

    private String generated() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
