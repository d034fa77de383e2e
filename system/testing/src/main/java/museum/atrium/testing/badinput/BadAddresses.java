package museum.atrium.testing.badinput;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import museum.atrium.testing.badinput.Attempt.Wish;

/** Paths, queries, headers and methods as nobody should write them. */
final class BadAddresses {

    private static final List<String> IN_A_PATH = List.of(
            "x",
            "null",
            "0",
            "1-1-1-1-1",
            "00000000-0000-0000-0000-000000000000",
            "%20",
            "%00",
            "a%00b",
            "%2F",
            "a%2Fb",
            "..%2F..%2Fetc%2Fpasswd",
            "%5C",
            "%2e%2e",
            ".",
            "a;b=c",
            "%25",
            "%0D%0AX-Header:%201",
            "%E2%80%AEx",
            "%C3%28",
            "%F0%9F%91%A9",
            "%D7%A9%D7%9C",
            "%3Cscript%3E",
            "$%7B7*7%7D",
            "a".repeat(5_000));

    private static final List<String> ACCEPTED =
            List.of("text/html", "image/png", "garbage", "*/*;q=0", "application/json;q=x", "a/b,".repeat(500));

    private static final Map<String, List<String>> HEADERS = new TreeMap<>(Map.of(
            "Accept-Language",
            List.of(
                    "",
                    "*",
                    "x;q=9",
                    "en;q=",
                    "fr-".repeat(900),
                    "sl,de;q=0.5,*;q=0",
                    "i-klingon",
                    "en_US",
                    "x-private"),
            "Idempotency-Key",
            List.of("", " ", "x".repeat(255), "x".repeat(256), "x".repeat(5_000), "é", "\"quoted\", twice"),
            "Sign-Up-Proof",
            List.of("", "x", "bnVsbA==", "e30=", "eyJudW1iZXIiOiJ4In0=", "W10=", "eyJudW1iZXIiOjFlNDAwfQ=="),
            "If-None-Match",
            List.of("", "*", "W/", "\"", "\"a\", W/\"b\"", "x".repeat(5_000))));

    private static final List<String> NUMBERS = List.of("0", "-1", "1.5", "1e3", "99999999999999999999");

    /** What can be written into a header; more than that is no header. */
    private static final Pattern VISIBLE = Pattern.compile("[ -~\u00A0-\u00FF]*");

    /** More than that in an address or a header is refused before the document is asked. */
    private static final int LONG = 5_000;

    private BadAddresses() {}

    static List<Attempt> of(Attempt start, Operation operation, Example example, long seed) {
        List<Attempt> attempts = new ArrayList<>();
        Random random = new Random(seed);
        operation.in("path").forEach(parameter -> {
            List<String> texts = BadTexts.some(IN_A_PATH, random);
            inPath(attempts, start, operation, example, parameter.name(), texts);
        });
        operation.in("query").forEach(parameter -> inQuery(attempts, start, operation, example, parameter, seed));
        HEADERS.forEach((name, values) -> {
            for (String value : BadTexts.some(values, random)) {
                attempts.add(start.header(name, value).saying(name + ": " + value, Wish.DOCUMENTED));
            }
        });
        operation.in("header").forEach(parameter -> inHeader(attempts, start, parameter, seed));
        for (String accepted : ACCEPTED) {
            attempts.add(start.header("Accept", accepted).saying("Accept: " + accepted, Wish.ANYTHING));
        }
        for (String method : operation.otherMethods()) {
            attempts.add(start.calling(method, start.address()).saying("the method " + method, Wish.ANYTHING));
        }
        return attempts;
    }

    private static void inHeader(List<Attempt> attempts, Attempt start, Operation.Parameter parameter, long seed) {
        List<String> texts = new ArrayList<>(BadTexts.of(parameter.name(), seed));
        texts.addAll(NUMBERS);
        for (String text : texts) {
            if (!HEADERS.containsKey(parameter.name()) && VISIBLE.matcher(text).matches()) {
                String value = text.length() > LONG ? text.substring(0, LONG) : text;
                attempts.add(start.header(parameter.name(), value)
                        .saying(
                                parameter.name() + ": " + value,
                                isRefused(parameter.schema(), value) ? Wish.REFUSED_AS_DOCUMENTED : Wish.DOCUMENTED));
            }
        }
    }

    private static void inPath(
            List<Attempt> attempts,
            Attempt start,
            Operation operation,
            Example example,
            String name,
            List<String> texts) {
        List<String> strange = new ArrayList<>(texts);
        String value = example.path().getOrDefault(name, "x");
        strange.addAll(List.of(value + "x", value + "%3D", value + "%00", value + "."));
        for (String text : strange) {
            attempts.add(start.calling(start.method(), example.and(name, text).address(operation, ""))
                    .saying("{" + name + "} = " + text, Wish.ANYTHING));
        }
    }

    private static void inQuery(
            List<Attempt> attempts,
            Attempt start,
            Operation operation,
            Example example,
            Operation.Parameter parameter,
            long seed) {
        Schema<?> schema = parameter.schema();
        List<String> texts = new ArrayList<>(BadTexts.of(parameter.name(), seed));
        texts.replaceAll(text -> text.length() > LONG ? text.substring(0, LONG) : text);
        texts.addAll(NUMBERS);
        texts.addAll(List.of("a\u0000b", "true", "٣"));
        for (String text : texts) {
            boolean refused = isRefused(schema, text);
            attempts.add(start.calling(
                            start.method(),
                            example.asking(parameter.name(), text).address(operation, ""))
                    .saying(
                            "?" + parameter.name() + "=" + text,
                            refused ? Wish.REFUSED_AS_DOCUMENTED : Wish.DOCUMENTED));
        }
        attempts.add(start.calling(
                        start.method(), example.address(operation, parameter.name() + "=1&" + parameter.name() + "=2"))
                .saying("?" + parameter.name() + " twice", Wish.DOCUMENTED));
        attempts.add(start.calling(start.method(), example.address(operation, parameter.name() + "=%C3%28"))
                .saying("?" + parameter.name() + " in no UTF-8", Wish.ANYTHING));
        attempts.add(start.calling(start.method(), example.address(operation, "%00=1"))
                .saying("a parameter named NUL", Wish.ANYTHING));
        attempts.add(start.calling(start.method(), example.address(operation, "noSuchParameter=1"))
                .saying(
                        "a parameter that does not exist",
                        operation.signedIn() ? Wish.REFUSED_AS_DOCUMENTED : Wish.DOCUMENTED));
    }

    private static boolean isRefused(Schema<?> schema, String text) {
        return BadValues.forbids(schema, text)
                || "integer".equals(BadValues.typeOf(schema)) && !text.isBlank() && !text.matches("[0-9]{1,9}");
    }
}
