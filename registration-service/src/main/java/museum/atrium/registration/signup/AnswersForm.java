package museum.atrium.registration.signup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.pages.Told;
import museum.atrium.registration.programme.Activity;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.SignUpForm;
import museum.atrium.registration.programme.SignUpForm.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an activity asks, as a form on a page, with what was answered.
 *
 * @param notice what is told about the data; an empty text: nothing
 * @param noticeUrl where more is told; empty: nowhere
 * @param needs what was written; empty: nothing
 */
record AnswersForm(
        List<Field> questions,
        List<Agreement> consents,
        boolean asksNeeds,
        String needs,
        Told notice,
        String noticeUrl) {

    private static final int LONGEST_NUMBER = 50;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** @param value as it is written into a field; of several choices: empty */
    record Field(
            String name,
            String kind,
            Told label,
            Told help,
            boolean required,
            List<Offered> options,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            String value) {}

    record Offered(String id, Told label, boolean chosen) {}

    record Agreement(String name, Told text, boolean required, boolean given) {}

    public boolean isEmpty() {
        return questions.isEmpty() && consents.isEmpty() && !asksNeeds;
    }

    /** @param attempt at the form that has these fields */
    static AnswersForm of(Registration registration, Activity activity, Page page, Attempt attempt) {
        Locale language = page.languageOf(registration.person().language());
        Answers shown = attempt.wasSent()
                ? read(attempt.fields(), registration.answers(), activity.form())
                : registration.answers();
        return new Writing(shown, text -> Told.of(text, activity.language(), language)).form(activity.form());
    }

    /** For somebody who has not answered anything yet, or has just tried to. */
    static AnswersForm of(SignUpForm asked, Attempt attempt, Function<LocalizedText, Told> text) {
        return new Writing(read(attempt.fields(), Answers.NONE, asked), text).form(asked);
    }

    /**
     * @param fields {@code answers.ID}, once for each ticked box of several choices; {@code consents.ID} where ticked;
     *     {@code accessibilityNeeds}
     * @return as they were written, not yet held against the form
     */
    static Answers read(MultiValueMap<String, String> fields, Answers stored, SignUpForm form) {
        Map<String, JsonNode> answers = new TreeMap<>();
        for (Question question : form.questions()) {
            List<String> written = fields.getOrDefault("answers." + question.id(), List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .toList();
            if (!written.isEmpty()) {
                answers.put(question.id(), answer(question, written));
            }
        }
        Map<String, Boolean> consents = new TreeMap<>();
        form.consents().forEach(consent -> consents.put(consent.id(), fields.containsKey("consents." + consent.id())));
        String needs = fields.getFirst("accessibilityNeeds");
        return new Answers(
                stored.version(),
                answers,
                consents,
                needs == null || needs.isBlank() ? null : needs.strip(),
                stored.givenAt());
    }

    private static JsonNode answer(Question question, List<String> written) {
        return switch (question.kind()) {
            case TEXT, CHOICE, DATE -> JSON.stringNode(written.getFirst().strip());
            case NUMBER -> number(written.getFirst().strip());
            case CHOICES -> {
                var chosen = JSON.arrayNode();
                written.forEach(chosen::add);
                yield chosen;
            }
        };
    }

    private static JsonNode number(String written) {
        try {
            if (written.length() <= LONGEST_NUMBER) {
                return JSON.numberNode(new BigDecimal(written));
            }
        } catch (NumberFormatException e) {
            // stays text, which the rules refuse by the question's name
        }
        return JSON.stringNode(written);
    }

    private record Writing(Answers stored, Function<LocalizedText, Told> text) {

        AnswersForm form(SignUpForm form) {
            SignUpForm.PrivacyNotice notice = form.notice();
            return new AnswersForm(
                    form.questions().stream().map(this::field).toList(),
                    form.consents().stream()
                            .map(consent -> new Agreement(
                                    "consents." + consent.id(),
                                    text.apply(consent.text()),
                                    consent.required(),
                                    Boolean.TRUE.equals(stored.consents().get(consent.id()))))
                            .toList(),
                    form.asksNeeds(),
                    stored.needs() == null ? "" : stored.needs(),
                    notice == null ? Told.NOTHING : text.apply(notice.text()),
                    notice == null || notice.url() == null ? "" : notice.url().toString());
        }

        private Field field(Question question) {
            JsonNode answer = stored.answers().get(question.id());
            List<String> chosen = new ArrayList<>();
            if (answer != null && answer.isArray()) {
                answer.forEach(one -> chosen.add(one.asString()));
            } else if (answer != null) {
                chosen.add(answer.asString());
            }
            return new Field(
                    "answers." + question.id(),
                    question.kind().name(),
                    text.apply(question.label()),
                    text.apply(question.help()),
                    question.required(),
                    question.options().stream()
                            .map(option ->
                                    new Offered(option.id(), text.apply(option.label()), chosen.contains(option.id())))
                            .toList(),
                    question.min(),
                    question.max(),
                    answer == null || answer.isContainer() ? "" : answer.asString());
        }
    }
}
