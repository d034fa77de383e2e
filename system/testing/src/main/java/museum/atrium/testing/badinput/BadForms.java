package museum.atrium.testing.badinput;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import museum.atrium.testing.badinput.Attempt.Wish;

/** A page's form as no browser would send it. */
final class BadForms {

    private BadForms() {}

    static List<Attempt> of(Attempt start, Map<?, ?> example, long seed) {
        Map<String, String> fields = texts(example);
        List<Attempt> attempts = new ArrayList<>();
        for (String name : fields.keySet()) {
            for (String text : BadTexts.of(name, seed)) {
                attempts.add(sending(start, Percent.form(Example.with(fields, name, text)), name + " = " + text));
            }
            Map<String, String> without = new LinkedHashMap<>(fields);
            without.remove(name);
            attempts.add(sending(start, Percent.form(without), "without " + name));
            attempts.add(sending(start, Percent.form(fields) + "&" + name + "=again", name + " twice"));
            attempts.add(sending(start, Percent.form(Example.with(fields, name, "a\0b")), name + " with NUL"));
        }
        for (String strange : List.of("", "=", "&&&", "%zz=1", "a=%C3%28", "%00=1", "a=1&".repeat(3_000), "noSuch=1")) {
            String shown = strange.length() > 20 ? strange.substring(0, 20) + "…" : strange;
            attempts.add(sending(start, Percent.form(fields) + "&" + strange, "the form with " + shown));
        }
        return attempts;
    }

    static String written(Map<?, ?> form) {
        return Percent.form(texts(form));
    }

    private static Map<String, String> texts(Map<?, ?> form) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
        return fields;
    }

    /** What is wrong with a form itself is answered as a problem and not as the page, so the document does not count. */
    private static Attempt sending(Attempt start, String form, String what) {
        return start.sending(form.getBytes(StandardCharsets.UTF_8)).saying(what, Wish.ANYTHING);
    }
}
