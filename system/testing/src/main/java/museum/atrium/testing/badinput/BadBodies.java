package museum.atrium.testing.badinput;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import museum.atrium.testing.badinput.Attempt.Wish;
import tools.jackson.databind.JsonNode;

/** Bodies that are wrong as a whole, of another type, or too large; and whatever is wrong in one field alone. */
final class BadBodies {

    private static final int MUCH = 10 * 1024 * 1024;

    private static final List<String> OTHER_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json;charset=none",
            "application/json;charset=UTF-16",
            "application/json, text/plain",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded;charset=none",
            "text/csv;charset=none",
            "garbage");

    private static final List<String> NO_OBJECTS = List.of(
            "",
            " ",
            "null",
            "[]",
            "[{}]",
            "\"text\"",
            "1",
            "true",
            "{",
            "}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{a:1}",
            "{'a':1}",
            "{} {}",
            "{}x",
            "{\"a\":01}",
            "{\"a\":NaN}",
            "// {}",
            "\u0000",
            "[".repeat(30_000),
            "{\"a\":".repeat(9_000),
            "{\"a\":" + "9".repeat(5_000) + "}",
            "{\"" + "a".repeat(60_000) + "\":1}");

    private static final List<String> FILES = List.of(
            "",
            "\n",
            ",",
            "\"",
            "email,name\n\"ana@example.org,Ana",
            "email,name\nana@example.org",
            "email,name\nana@example.org,Ana,Berta,Clara\n",
            "email,email\na@example.org,b@example.org\n",
            "email;name\nana@example.org;\u0000\n",
            "name\nAna\n",
            "email,name,password\nana@example.org,Ana,x\n",
            "email,name\n\u202Eana@example.org,\u202EAna\n",
            "email,name\n=1+1@example.org,=cmd|' /C calc'!A0\n",
            "email,name,minutes\nana@example.org,Ana,-1\n",
            "email,name,minutes\nana@example.org,Ana,1e400\n",
            "email,name,minutes\nana@example.org,Ana," + "9".repeat(400) + "\n",
            "email,name,locale,timeZone,country\nana@example.org,Ana,x-private,Mars/Olympus,XX\n",
            "email" + ",name".repeat(50_000) + "\n",
            "email,name\n" + "x".repeat(2_000_000) + ",Ana\n",
            "\uFEFFemail,name\nana@example.org,Ana\n",
            "Name (Original Name),User Email,Total Duration (Minutes),Guest\nAna,ana@example.org,x,Yes\n",
            "{\"users\":{}}",
            "{\"users\":[]}",
            "{\"users\":{\"ana@example.org\":null}}",
            "{\"users\":{\"ana@example.org\":{\"name\":7,\"intIds\":{\"a\":{\"registeredOn\":1e400,\"leftOn\":\"x\"}}}}}",
            "{\"users\":{\"a\\u0000\":{\"name\":\"\\ud800\"}}}",
            "[".repeat(300_000));

    private BadBodies() {}

    static List<Attempt> of(Attempt start, Operation.Body body, Example example, long seed) {
        List<Attempt> attempts = new ArrayList<>();
        if (example.body() instanceof JsonNode json) {
            attempts.addAll(BadJson.of(start, body.schema(), json, seed));
            for (String text : NO_OBJECTS) {
                boolean optional = !body.required() && (text.isBlank() || text.equals("null"));
                attempts.add(whole(start, text.getBytes(StandardCharsets.UTF_8), !optional));
            }
        } else if (example.body() instanceof Map<?, ?> fields) {
            attempts.addAll(BadForms.of(start, fields, seed));
        } else {
            // Of bytes without meaning there may be none.
            boolean text = !"binary".equals(body.schema().getFormat());
            for (String file : FILES) {
                attempts.add(whole(start, file.getBytes(StandardCharsets.UTF_8), text && file.isBlank()));
                attempts.add(whole(start, file.getBytes(StandardCharsets.UTF_8), text && file.isBlank())
                        .header("Content-Type", "application/json"));
            }
        }
        attempts.addAll(inOtherBytes(start));
        for (String type : OTHER_TYPES) {
            attempts.add(start.header("Content-Type", type).saying("the type " + type, Wish.ANYTHING));
        }
        byte[] much = new byte[MUCH];
        Arrays.fill(much, (byte) ' ');
        attempts.add(start.sending(much).saying("10 MB", Wish.REFUSED));
        return attempts;
    }

    private static List<Attempt> inOtherBytes(Attempt start) {
        byte[] bytes = start.body() == null ? new byte[0] : start.body();
        String text = new String(bytes, StandardCharsets.UTF_8);
        byte[] broken = text.replaceFirst("[a-z]", "\u00FF").getBytes(StandardCharsets.ISO_8859_1);
        return List.of(
                start.sending(broken).saying("bytes that are no UTF-8", Wish.ANYTHING),
                start.sending(text.getBytes(StandardCharsets.UTF_16)).saying("UTF-16", Wish.ANYTHING),
                start.sending(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))
                        .saying("a BOM", Wish.ANYTHING));
    }

    private static Attempt whole(Attempt start, byte[] body, boolean refused) {
        String text = new String(body, 0, Math.min(body.length, 60), StandardCharsets.UTF_8);
        return start.sending(body).saying("the body " + text, refused ? Wish.REFUSED_AS_DOCUMENTED : Wish.DOCUMENTED);
    }
}
