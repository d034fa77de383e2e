package museum.atrium.registration.signup;

import java.util.List;
import java.util.Optional;
import museum.atrium.http.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A form of a page that was sent and could not be taken. The page says why, and shows in that form what was entered:
 * nobody must write it again.
 *
 * @param form the last part of the path to which it was sent; empty: none was
 * @param refusal null: none was sent
 */
record Attempt(
        String form,
        MultiValueMap<String, String> fields,
        @Nullable Refusal refusal) {

    static final Attempt NONE = new Attempt("", new LinkedMultiValueMap<>(), null);

    /** This one, where it was made with that form. */
    public Attempt at(String other) {
        return form.equals(other) ? this : NONE;
    }

    /** What a field of the form shows. */
    public String value(String field, String stored) {
        return Optional.ofNullable(fields.getFirst(field)).orElse(stored);
    }

    /** What a list of the form shows: in a value that it does not have, its reader would find another one chosen. */
    public String choice(String field, String stored) {
        return isWrong(field) ? stored : value(field, stored);
    }

    /** Whether a box of the form shows a tick. A box without one is not sent. */
    public boolean ticks(String field, Object value, boolean stored) {
        return wasSent() ? fields.getOrDefault(field, List.of()).contains(value.toString()) : stored;
    }

    /** Whether what is wrong has to do with that field. A finding about one of several values is one about their field. */
    public boolean isWrong(String field) {
        return refusal != null
                && refusal.errors().stream()
                        .map(error -> error.field().replaceAll("\\[\\d+]$", ""))
                        .anyMatch(field::equals);
    }

    /** What is said beside a field that is wrong: the last part of a message's name. */
    public String finding(String field) {
        boolean written = !value(field, "").isBlank();
        int group = field.indexOf('.');
        return field.equals("name") && written ? "name-written" : group < 0 ? field : field.substring(0, group);
    }

    /** Why a form on a public page was not taken: the last part of a message's name; empty: none was sent. */
    String problem() {
        return refusal == null
                ? ""
                : switch (refusal.slug()) {
                    case "invalid", "full", "sign-up-closed" -> refusal.slug();
                    case "too-many-requests", "proof-required" -> "too-many";
                    default -> "other";
                };
    }

    boolean wasSent() {
        return refusal != null;
    }

    /** Never what was entered: this may end in a log. */
    @Override
    public String toString() {
        return "an attempt at the form " + form;
    }
}
