package museum.atrium.registration.signup;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import museum.atrium.http.FieldError;
import museum.atrium.http.TextRules;
import museum.atrium.registration.programme.SignUpForm;
import museum.atrium.registration.programme.SignUpForm.Consent;
import museum.atrium.registration.programme.SignUpForm.Question;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds answers against the form that asks for them. */
record AnswerRules(SignUpForm form) {

    private static final TextRules TEXT = TextRules.multiline(2_000);
    private static final TextRules NEEDS = TextRules.multiline(SignUpRules.LONGEST_NEEDS);
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /** What is wrong, by field; empty: nothing is. */
    List<FieldError> check(Answers given) {
        List<FieldError> errors = new ArrayList<>();
        if (form.questions().isEmpty() && !given.answers().isEmpty()) {
            return List.of(new FieldError("answers", "has answers to questions that this activity does not ask"));
        }
        form.questions().forEach(question -> {
            String complaint = complaint(question, given.answers().get(question.id()));
            if (complaint != null) {
                errors.add(new FieldError("answers." + question.id(), complaint));
            }
        });
        refuseUnknown(
                "answers.", given.answers().keySet(), form.questions().stream().map(Question::id), errors);
        checkConsents(given, errors);
        checkNeeds(given.needs(), errors);
        return errors;
    }

    private void checkNeeds(@Nullable String needs, List<FieldError> errors) {
        if (needs != null && !form.asksNeeds()) {
            errors.add(new FieldError("accessibilityNeeds", "are not asked by this activity; write to the organiser"));
        } else if (needs != null) {
            NEEDS.complaint(needs).ifPresent(complaint -> errors.add(new FieldError("accessibilityNeeds", complaint)));
        }
    }

    private void checkConsents(Answers given, List<FieldError> errors) {
        for (Consent consent : form.consents()) {
            if (consent.required() && !Boolean.TRUE.equals(given.consents().get(consent.id()))) {
                errors.add(new FieldError("consents." + consent.id(), "must be true to take part"));
            }
        }
        refuseUnknown(
                "consents.", given.consents().keySet(), form.consents().stream().map(Consent::id), errors);
    }

    private static void refuseUnknown(String prefix, Set<String> given, Stream<String> asked, List<FieldError> errors) {
        Set<String> unknown = new TreeSet<>(given);
        asked.forEach(unknown::remove);
        unknown.forEach(id -> errors.add(new FieldError(prefix + id, "is not asked by this activity")));
    }

    private static @Nullable String complaint(Question question, @Nullable JsonNode answer) {
        if (answer == null || answer.isNull() || isEmpty(answer)) {
            return question.required() ? "is required" : null;
        }
        return switch (question.kind()) {
            case TEXT ->
                answer.isString() ? TEXT.complaint(answer.stringValue()).orElse(null) : "must be text";
            case NUMBER -> number(question, answer);
            case DATE -> date(answer);
            case CHOICE -> option(question, answer) ? null : "must be the id of one of its options";
            case CHOICES -> options(question, answer);
        };
    }

    private static boolean isEmpty(JsonNode answer) {
        return answer.isString() && answer.stringValue().isBlank() || answer.isArray() && answer.isEmpty();
    }

    private static @Nullable String number(Question question, JsonNode answer) {
        if (!answer.isNumber()) {
            return "must be a number";
        }
        BigDecimal number = answer.decimalValue();
        if (number.precision() > 20 || Math.abs(number.scale()) > 20) {
            return "has too many digits";
        }
        BigDecimal min = question.min();
        BigDecimal max = question.max();
        if (min != null && number.compareTo(min) < 0) {
            return "must be at least " + min.toPlainString();
        }
        return max != null && number.compareTo(max) > 0 ? "must be at most " + max.toPlainString() : null;
    }

    private static @Nullable String date(JsonNode answer) {
        try {
            LocalDate date = LocalDate.parse(answer.isString() ? answer.stringValue() : "");
            return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? "must lie between 1900 and 2200" : null;
        } catch (DateTimeException e) {
            return "must be a date like '2027-03-01'";
        }
    }

    private static @Nullable String options(Question question, JsonNode answer) {
        Set<String> chosen = new HashSet<>();
        boolean valid = answer.isArray()
                && answer.valueStream().allMatch(one -> option(question, one) && chosen.add(one.stringValue()));
        return valid ? null : "must be a list of ids of its options, none twice";
    }

    private static boolean option(Question question, JsonNode answer) {
        return answer.isString() && question.offers(answer.stringValue());
    }
}
