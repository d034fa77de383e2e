package museum.atrium.registration.programme;

import static java.util.Objects.requireNonNullElse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import museum.atrium.registration.checking.Findings;
import museum.atrium.registration.programme.ActivityDraft.ConsentDraft;
import museum.atrium.registration.programme.ActivityDraft.OptionDraft;
import museum.atrium.registration.programme.ActivityDraft.PrivacyNoticeDraft;
import museum.atrium.registration.programme.ActivityDraft.QuestionDraft;
import museum.atrium.registration.programme.SignUpForm.Consent;
import museum.atrium.registration.programme.SignUpForm.Kind;
import museum.atrium.registration.programme.SignUpForm.Option;
import museum.atrium.registration.programme.SignUpForm.PrivacyNotice;
import museum.atrium.registration.programme.SignUpForm.Question;
import org.jspecify.annotations.Nullable;

/** Checks what an organiser wants to ask. Whoever gives no id gets one from the place in the list, like {@code q1}. */
final class FormRules {

    private static final int MOST_QUESTIONS = 50;
    private static final int MOST_OPTIONS = 200;
    private static final int MOST_CONSENTS = 20;
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");

    private FormRules() {}

    /** In version 0: which it becomes is decided when it is stored. */
    static SignUpForm check(Findings findings, ActivityDraft draft) {
        List<Question> questions = Each.of(
                findings,
                "questions",
                draft.questions(),
                MOST_QUESTIONS,
                (field, question) -> question(findings, field, question));
        List<Consent> consents = Each.of(
                findings,
                "consents",
                draft.consents(),
                MOST_CONSENTS,
                (field, consent) -> consent(findings, field, consent));
        unique(findings, "questions", questions.stream().map(Question::id).toList());
        unique(findings, "consents", consents.stream().map(Consent::id).toList());
        return new SignUpForm(
                0,
                questions,
                consents,
                privacyNotice(findings, draft.privacyNotice()),
                Boolean.TRUE.equals(draft.asksAccessibilityNeeds()),
                null);
    }

    private static Question question(Findings findings, String field, QuestionDraft draft) {
        Kind kind = draft.kind();
        if (kind == null) {
            findings.add(field + ".kind", "is required: TEXT, CHOICE, CHOICES, NUMBER or DATE");
        }
        List<Option> options = Each.of(
                findings,
                field + ".options",
                draft.options(),
                MOST_OPTIONS,
                (name, option) -> option(findings, name, option));
        unique(findings, field + ".options", options.stream().map(Option::id).toList());
        boolean chooses = kind == Kind.CHOICE || kind == Kind.CHOICES;
        if (chooses && options.size() < 2) {
            findings.add(field + ".options", "must be two at least");
        } else if (kind != null && !chooses && !options.isEmpty()) {
            findings.add(field + ".options", "belong to a question of kind CHOICE or CHOICES");
        }
        if (kind != null && kind != Kind.NUMBER && (draft.min() != null || draft.max() != null)) {
            findings.add(field + (draft.min() != null ? ".min" : ".max"), "belongs to a question of kind NUMBER");
        } else if (draft.min() != null && draft.max() != null && draft.min().compareTo(draft.max()) > 0) {
            findings.add(field + ".max", "must not be less than min");
        }
        return new Question(
                id(findings, field, "q", draft.id()),
                requireNonNullElse(kind, Kind.TEXT),
                Texts.required(findings, field + ".label", draft.label(), "What do you hope for?"),
                Texts.of(findings, field + ".help", draft.help(), Texts.LONGEST_PARAGRAPHS),
                Boolean.TRUE.equals(draft.required()),
                options,
                draft.min(),
                draft.max());
    }

    private static Option option(Findings findings, String field, OptionDraft draft) {
        return new Option(
                id(findings, field, "o", draft.id()),
                Texts.required(findings, field + ".label", draft.label(), "Conservation"));
    }

    private static Consent consent(Findings findings, String field, ConsentDraft draft) {
        return new Consent(
                id(findings, field, "c", draft.id()),
                Texts.requiredParagraphs(findings, field + ".text", draft.text()),
                Boolean.TRUE.equals(draft.required()));
    }

    private static @Nullable PrivacyNotice privacyNotice(Findings findings, @Nullable PrivacyNoticeDraft draft) {
        if (draft == null) {
            return null;
        }
        return new PrivacyNotice(
                Texts.requiredParagraphs(findings, "privacyNotice.text", draft.text()),
                findings.webAddress("privacyNotice.url", draft.url()));
    }

    private static String id(Findings findings, String field, String initial, @Nullable String id) {
        if (id == null) {
            String place = field.substring(field.lastIndexOf('[') + 1, field.length() - 1);
            return initial + (Integer.parseInt(place) + 1);
        }
        if (!ID.matcher(id).matches()) {
            findings.add(field + ".id", "may have lower-case letters, digits and hyphens, 50 at most");
        }
        return id;
    }

    private static void unique(Findings findings, String field, List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                findings.add(field + "[" + i + "].id", "is the id of another one already");
            }
        }
    }
}
