package museum.atrium.registration.signup;

import java.util.List;
import java.util.stream.Stream;
import museum.atrium.registration.checking.Findings;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The fields of a form as a browser sends them: those that were left empty as well. */
record SentForm(MultiValueMap<String, String> fields) {

    /** @return null: it was left empty, or is not in the form */
    @Nullable String value(String field) {
        String written = fields.getFirst(field);
        return written == null || written.isBlank() ? null : written.strip();
    }

    /** Of two of them it could not be said which is meant. */
    void refuseDoubled(Findings findings, String... single) {
        Stream.of(single)
                .filter(field -> fields.getOrDefault(field, List.of()).size() > 1)
                .forEach(field -> findings.add(field, "may be given once"));
    }

    /** Never what was entered: this may end in a log. */
    @Override
    public String toString() {
        return "a form";
    }
}
