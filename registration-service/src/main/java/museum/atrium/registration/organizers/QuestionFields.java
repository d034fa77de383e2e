package museum.atrium.registration.organizers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import museum.atrium.http.FieldError;
import museum.atrium.http.Refusal;
import museum.atrium.registration.pages.Page;
import museum.atrium.registration.programme.SignUpForm;
import museum.atrium.registration.programme.SignUpForm.Option;
import museum.atrium.registration.programme.SignUpForm.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What sign-up asks, as the fields of a form: those of the question in place 2 begin with {@code q2.}. Choices stand one in each line, in all
 * languages in the same order; what was asked before keeps its ids, by which answers are stored.
 */
final class QuestionFields {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 51;

    private final SignUpForm form;
    private final String language;

    /** @param language of the activity, in which everything is written at least */
    QuestionFields(SignUpForm form, String language) {
        this.form = form;
        this.language = language;
    }

    /** With room for one more question. */
    Map<String, String> shown() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("questions", String.valueOf(form.questions().size() + 1));
        if (form.asksNeeds()) {
            fields.put("asksAccessibilityNeeds", "on");
        }
        for (int place = 0; place < form.questions().size(); place++) {
            Question question = form.questions().get(place);
            String name = "q" + place + ".";
            fields.put(name + "id", question.id());
            fields.put(name + "kind", question.kind().name());
            if (question.required()) {
                fields.put(name + "required", "on");
            }
            put(fields, name + "min", question.min());
            put(fields, name + "max", question.max());
            question.label().byLanguage().forEach((in, text) -> fields.put(name + "label." + in, text));
            question.help().byLanguage().forEach((in, text) -> fields.put(name + "help." + in, text));
            for (String in : languages()) {
                String lines = question.options().stream()
                        .map(option -> option.label().byLanguage().getOrDefault(in, ""))
                        .collect(Collectors.joining("\n"));
                // Browsers leave out a line break at the beginning.
                fields.put(
                        name + "options." + in, lines.isBlank() ? "" : lines.startsWith("\n") ? "\n" + lines : lines);
            }
        }
        return fields;
    }

    /** That of the activity first: what is asked is written in it at least. Then those of pages, and whichever else something is written in. */
    List<String> languages() {
        Stream<String> written = form.questions().stream()
                .flatMap(question -> Stream.concat(
                        Stream.of(question.label(), question.help()),
                        question.options().stream().map(Option::label)))
                .flatMap(text -> text.byLanguage().keySet().stream());
        return Stream.of(Stream.of(language), Page.LANGUAGES.stream(), written)
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    /** How many questions a form that was sent has room for. */
    static int places(Map<String, String> sent) {
        String places = sent.getOrDefault("questions", "");
        return places.matches("[0-9]{1,2}") ? Math.min(MOST, Integer.parseInt(places)) : 1;
    }

    /** JSON Merge Patch (RFC 7396) of the activity; empty where nothing was changed. A question that was left as it was stays just that. */
    ObjectNode patch(MultiValueMap<String, String> sent) {
        List<FieldError> wrong = new ArrayList<>();
        ObjectNode patch = JSON.createObjectNode();
        ArrayNode questions = patch.putArray("questions");
        Set<String> ids = form.questions().stream().map(Question::id).collect(Collectors.toCollection(HashSet::new));
        Map<String, String> fields = sent.toSingleValueMap();
        for (int place = 0; place < places(fields); place++) {
            String name = "q" + place + ".";
            Question untouched = untouched(fields, name);
            if (untouched != null) {
                questions.add(stored(untouched));
            } else if (!fields.containsKey(name + "removed") && isWritten(fields, name)) {
                question(fields, name, ids, questions.addObject(), wrong);
            }
        }
        patch.put("asksAccessibilityNeeds", fields.containsKey("asksAccessibilityNeeds"));
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        ArrayNode before = JSON.createArrayNode();
        form.questions().forEach(question -> before.add(stored(question)));
        ObjectNode same = JSON.createObjectNode();
        same.set("questions", before);
        same.put("asksAccessibilityNeeds", form.asksNeeds());
        return Sent.changed(same, patch);
    }

    /** The question that the fields of this name show, if nobody has changed one of them; else null. */
    private @Nullable Question untouched(Map<String, String> fields, String name) {
        Map<String, String> shown = shown();
        String id = text(fields, name + "id");
        for (int place = 0; place < form.questions().size(); place++) {
            Question question = form.questions().get(place);
            if (question.id().equals(id)) {
                return of(shown, "q" + place + ".").equals(of(fields, name)) ? question : null;
            }
        }
        return null;
    }

    /** Its fields by what they are, without those that are empty. */
    private static Map<String, String> of(Map<String, String> fields, String name) {
        Map<String, String> own = new TreeMap<>();
        fields.keySet().stream().filter(field -> field.startsWith(name)).forEach(field -> {
            String text = text(fields, field);
            if (!text.isEmpty()) {
                own.put(field.substring(name.length()), text);
            }
        });
        return own;
    }

    private static ObjectNode stored(Question question) {
        return JSON.valueToTree(question);
    }

    /** A row that was left as it was offered is no question; one in which anything stands is, and says what it lacks. */
    private boolean isWritten(Map<String, String> fields, String name) {
        return Stream.concat(
                        Stream.of("id", "min", "max"),
                        languages().stream().flatMap(in -> Stream.of("label." + in, "help." + in, "options." + in)))
                .anyMatch(field -> !text(fields, name + field).isEmpty());
    }

    private void question(
            Map<String, String> fields, String name, Set<String> ids, ObjectNode into, List<FieldError> wrong) {
        String id = text(fields, name + "id");
        Question before = form.questions().stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElse(null);
        into.put("id", before == null ? fresh("q", ids) : id);
        into.put("kind", text(fields, name + "kind"));
        into.put("required", fields.containsKey(name + "required"));
        texts(fields, name + "label.", into.putObject("label"));
        texts(fields, name + "help.", into.putObject("help"));
        number(fields, name + "min", into, wrong);
        number(fields, name + "max", into, wrong);
        options(
                fields,
                name + "options.",
                before == null ? List.of() : before.options(),
                into.putArray("options"),
                wrong);
    }

    private void texts(Map<String, String> fields, String name, ObjectNode into) {
        for (String in : languages()) {
            String text = text(fields, name + in);
            if (!text.isEmpty()) {
                into.put(in, text);
            }
        }
    }

    private static void number(Map<String, String> fields, String name, ObjectNode into, List<FieldError> wrong) {
        String written = text(fields, name);
        if (written.isEmpty()) {
            return;
        }
        if (written.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            into.put(name.substring(name.indexOf('.') + 1), new BigDecimal(written));
        } else {
            wrong.add(new FieldError(name, "must be a number, or empty where there is no limit"));
        }
    }

    private void options(
            Map<String, String> fields, String name, List<Option> before, ArrayNode into, List<FieldError> wrong) {
        List<String> written = lines(fields, name + language);
        if (Set.copyOf(written).size() < written.size()) {
            wrong.add(new FieldError(name + language, "must not be the same twice"));
        }
        List<String> ids = ids(written, before);
        for (int place = 0; place < written.size(); place++) {
            into.addObject().put("id", ids.get(place)).putObject("label").put(language, written.get(place));
        }
        for (String in : languages()) {
            // A line that is left empty is not translated yet.
            List<String> translated = in.equals(language)
                    ? List.of()
                    : fields.getOrDefault(name + in, "")
                            .stripTrailing()
                            .lines()
                            .map(String::strip)
                            .toList();
            if (translated.size() > written.size()) {
                wrong.add(new FieldError(
                        name + in, "must have as many lines as in '%s': %d".formatted(language, written.size())));
                continue;
            }
            for (int place = 0; place < translated.size(); place++) {
                if (!translated.get(place).isEmpty()) {
                    ((ObjectNode) into.get(place).get("label")).put(in, translated.get(place));
                }
            }
        }
    }

    /** A choice that reads as before, or else stands where one stood that is gone, is that one: who chose it has chosen it still. */
    private List<String> ids(List<String> written, List<Option> before) {
        Set<String> taken = before.stream().map(Option::id).collect(Collectors.toCollection(HashSet::new));
        List<String> labels = before.stream()
                .map(option -> option.label().byLanguage().getOrDefault(language, ""))
                .toList();
        boolean renamed = written.size() == before.size();
        Set<Integer> found = new HashSet<>();
        return IntStream.range(0, written.size())
                .mapToObj(place -> {
                    OptionalInt same = IntStream.range(0, labels.size())
                            .filter(one -> labels.get(one).equals(written.get(place)) && !found.contains(one))
                            .findFirst();
                    if (same.isPresent()) {
                        found.add(same.getAsInt());
                        return before.get(same.getAsInt()).id();
                    }
                    return renamed && !written.contains(labels.get(place))
                            ? before.get(place).id()
                            : fresh("o", taken);
                })
                .toList();
    }

    private static String fresh(String initial, Set<String> taken) {
        int number = 1;
        while (!taken.add(initial + number)) {
            number++;
        }
        return initial + number;
    }

    private static List<String> lines(Map<String, String> fields, String name) {
        return text(fields, name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip().replace("\r\n", "\n");
    }

    private static void put(Map<String, String> fields, String name, @Nullable BigDecimal number) {
        if (number != null) {
            fields.put(name, number.toPlainString());
        }
    }
}
