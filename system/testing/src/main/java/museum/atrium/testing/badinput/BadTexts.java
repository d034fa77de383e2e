package museum.atrium.testing.badinput;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** Texts that people do write, and that others send on purpose. */
final class BadTexts {

    private static final List<String> ANYWHERE = List.of(
            "",
            " ",
            "O",
            "O'Brien\"); drop table registration; --",
            "two\nlines\tand a tab",
            "a bell\u0007",
            "\u202Etxt.exe\u202C",
            "\u200B",
            "\u2066x",
            "👩🏽‍🔬🇸🇮",
            "שלום עולם",
            "\uFFFF",
            "\uE000",
            "e" + "\u0301".repeat(200),
            "<script>alert(1)</script>",
            "${7*7} #{7*7} __${7*7}__::.x",
            "%s%n%x%00",
            "../../etc/passwd",
            "x".repeat(60_000));

    /** By a part of a field's name: what is near enough to be taken for what belongs there. */
    private static final Map<String, List<String>> NEAR = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "email",
                    List.of(
                            "ana+museum@example.org",
                            "ana@bücher.example.org",
                            "ána@example.org",
                            "ana@example.org\r\nBcc: ben@example.org",
                            "\"ana b\"@example.org",
                            "ana@@example.org",
                            "ana@example",
                            "ana@[127.0.0.1]",
                            "ana@" + "x".repeat(64) + ".example.org",
                            "a".repeat(65) + "@example.org",
                            "ana@xn--a.example.org",
                            "Ana <ana@example.org>",
                            "@",
                            "ana@example.org,ben@example.org",
                            "ana@.example.org",
                            "ana@example.org.")),
            Map.entry(
                    "zone",
                    List.of(
                            "Mars/Olympus",
                            "UTC+99",
                            "GMT+25:00",
                            "EST5EDT",
                            "+18:00",
                            "Z",
                            "europe/paris",
                            "America/Coyhaique",
                            "HST",
                            "Etc/GMT-14")),
            Map.entry(
                    "at",
                    List.of(
                            "yesterday",
                            "2027-02-30T10:00:00Z",
                            "-999999999-01-01T00:00:00Z",
                            "+999999999-12-31T23:59:59Z",
                            "+1000000000-12-31T23:59:59Z",
                            "10000-01-01T00:00:00Z",
                            "0000-01-01T00:00:00Z",
                            "0001-01-01T00:00:00+18:00",
                            "9999-12-31T23:59:59.999999999Z",
                            "2027-03-01",
                            "2027-03-01T25:00:00Z",
                            "2027-03-01T10:00:00")),
            Map.entry(
                    "url",
                    List.of(
                            "javascript:alert(1)",
                            "http://",
                            "https://user:secret@example.org",
                            "//x",
                            "https://example.org/\u202Efdp.exe")),
            Map.entry(
                    "rl", List.of("https://exa mple", "https://[::1", "http://localhost:99999", "file:///etc/passwd")),
            Map.entry("website", List.of("javascript:alert(1)", "https://\u202Egro.elpmaxe", "mailto:a@example.org")),
            Map.entry("language", List.of("en_US", "i-klingon", "x-private", "en-u-ca-buddhist", "zz", "xx-" + "y")),
            Map.entry("locale", List.of("en_US", "i-klingon", "x-private", "en-u-ca-buddhist", "zz", "ınvalid")),
            Map.entry("interpretation", List.of("en_US", "x-private", "ſl")),
            Map.entry("countr", List.of("XX", "usa", "fr", "ß", "\uFB01")),
            Map.entry("slug", List.of("a--b", "Upper", "-", "a".repeat(101), "ä", "..", "recover")),
            Map.entry("series", List.of("no-such-series", "\u0000")),
            Map.entry("network", List.of("no-such-network")),
            Map.entry("activity", List.of("no-such-activity")),
            Map.entry("reminders", List.of("P1Y", "PT-1H", "PT0S", "PT99999999999999999H", "P999999999D", "-PT1H")),
            Map.entry("placeoffers", List.of("P1Y", "PT-1H", "PT0S", "PT99999999999999999H", "P61D", "PT59S")),
            Map.entry("domains", List.of("@", ".", "*.example.org", "example.org.", "x".repeat(300) + ".org", "a b")),
            Map.entry("sessions", List.of("1-1-1-1-1", "no-uuid")),
            Map.entry("session", List.of("1-1-1-1-1", "no-uuid")),
            Map.entry("cursor", List.of("AAAA", "bnVsbA==", "1-1-1-1-1", "9".repeat(18), "9".repeat(40), "-1")),
            Map.entry("from", List.of("yesterday", "+999999999-12-31T23:59:59Z", "0000-01-01T00:00:00Z")),
            Map.entry("to", List.of("2027-02-30T10:00:00Z", "-999999999-01-01T00:00:00Z"))));

    private BadTexts() {}

    /** For a field or parameter of this name; the same for the same seed. */
    static List<String> of(String name, long seed) {
        Random random = new Random(seed ^ name.hashCode());
        List<String> texts = some(all(name), random);
        texts.add(new UUID(random.nextLong(), random.nextLong()).toString());
        texts.add(anything(random));
        texts.add(anything(random));
        return texts;
    }

    /** Half of them, for there are many calls and fields to try them in; all with {@code -DbadInput.all=true}. */
    static List<String> some(List<String> texts, Random random) {
        List<String> chosen = new ArrayList<>(texts);
        if (!Boolean.getBoolean("badInput.all")) {
            chosen.removeIf(text -> random.nextBoolean());
        }
        return chosen;
    }

    private static List<String> all(String name) {
        List<String> texts = new ArrayList<>(ANYWHERE);
        String lower = name.toLowerCase(Locale.ROOT);
        NEAR.forEach((part, near) -> {
            if (part.length() > 2 ? lower.contains(part) : lower.endsWith(part)) {
                texts.addAll(near);
            }
        });
        return texts;
    }

    /** Any characters but halves of pairs, which no text in UTF-8 can hold. */
    private static String anything(Random random) {
        return random.ints(1 + random.nextInt(60), 1, Character.MAX_CODE_POINT + 1)
                .map(codePoint -> random.nextInt(3) == 0 ? codePoint & 0x7F : codePoint)
                .filter(codePoint -> codePoint > 0 && (codePoint < 0xD800 || codePoint > 0xDFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
