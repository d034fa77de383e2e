package museum.atrium.registration.lists;

import static museum.atrium.registration.Api.expect;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import museum.atrium.registration.Api;
import museum.atrium.registration.RegistrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Organisers take the list away as a file. */
@RegistrationTest
class ExportTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Autowired
    Api api;

    @TempDir
    Path folder;

    @Test
    void theFileHasEverythingThatIsKnownOfEach() throws IOException {
        api.publish(api.webinar("exported", webinar -> {
            webinar.putArray("questions").addPOJO(question("diet", "CHOICES")).addPOJO(question("field", "TEXT"));
            webinar.putArray("consents")
                    .addPOJO(Map.of("id", "recorded", "required", false, "text", Map.of("en", "I agree.")));
            webinar.put("asksAccessibilityNeeds", true);
        }));
        person(
                "exported",
                Map.of(
                        "email",
                        "ana@example.org",
                        "name",
                        "Ana \"A\" Example, M.A.",
                        "country",
                        "PT",
                        "locale",
                        "pt-BR",
                        "affiliation",
                        "متحف المدينة",
                        "answers",
                        Map.of("diet", List.of("vegan", "none"), "field", "=care\nand"),
                        "consents",
                        Map.of("recorded", false),
                        "accessibilityNeeds",
                        "a ramp"));
        expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        "/activities/exported",
                        Map.of("questions", List.of(question("role", "TEXT")))));
        person("exported", Map.of("email", "ben@example.org", "name", "Ben", "answers", Map.of("role", "guard")));

        Api.Download file = api.download("/activities/exported/registrations", "text/csv");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().getContentType()).hasToString("text/csv;charset=UTF-8");
        assertThat(file.headers().getContentDisposition().getFilename()).isEqualTo("exported-registrations.csv");
        assertThat(file.text()).startsWith("\uFEFFid,status,").endsWith("\r\n");
        List<NamedCsvRecord> rows = rows(file);
        assertThat(rows.getFirst().getHeader())
                .containsExactly(
                        "id",
                        "status",
                        "registeredAt",
                        "confirmedAt",
                        "email",
                        "name",
                        "locale",
                        "timeZone",
                        "country",
                        "affiliation",
                        "sessions",
                        "attended",
                        "reachable",
                        "unreachableBecause",
                        "unsubscribed",
                        "answers.role",
                        "answers.diet",
                        "answers.field",
                        "consents.recorded",
                        "accessibilityNeeds");
        NamedCsvRecord ana = rows.get(0);
        assertThat(ana.getField("status")).isEqualTo("CONFIRMED");
        assertThat(ana.getField("name")).isEqualTo("Ana \"A\" Example, M.A.");
        assertThat(ana.getField("affiliation")).isEqualTo("متحف المدينة");
        assertThat(ana.getField("sessions")).isEqualTo("all");
        assertThat(ana.getField("answers.diet")).isEqualTo("vegan; none");
        assertThat(ana.getField("answers.field")).isEqualTo("'=care\nand");
        assertThat(ana.getField("consents.recorded")).isEqualTo("false");
        assertThat(ana.getField("accessibilityNeeds")).isEqualTo("a ramp");
        assertThat(rows.get(1).getField("answers.role")).isEqualTo("guard");
        assertThat(rows.get(1).getField("consents.recorded")).isEmpty();
    }

    @Test
    void whatPeopleTakeFromAPageIsInTheirWords() {
        api.publish(api.webinar("exported-in-words", webinar -> {
            webinar.putArray("questions")
                    .addPOJO(Map.of(
                            "id",
                            "diet",
                            "kind",
                            "CHOICES",
                            "required",
                            false,
                            "label",
                            Map.of("en", "Diet", "fr", "Régime"),
                            "options",
                            List.of(
                                    Map.of("id", "o1", "label", Map.of("en", "Vegan", "fr", "Végane")),
                                    Map.of("id", "o2", "label", Map.of("en", "=None")))));
            webinar.putArray("consents")
                    .addPOJO(Map.of("id", "recorded", "required", false, "text", Map.of("en", "I agree.")));
        }));
        person(
                "exported-in-words",
                Map.of(
                        "email",
                        "ana@example.org",
                        "name",
                        "Ana Example",
                        "answers",
                        Map.of("diet", List.of("o1", "o2")),
                        "consents",
                        Map.of("recorded", true)));
        expect(
                200,
                api.organizer(
                        HttpMethod.PATCH,
                        "/activities/exported-in-words",
                        Map.of(
                                "questions",
                                List.of(
                                        Map.of("id", "size", "kind", "TEXT", "label", Map.of("en", "Size")),
                                        Map.of(
                                                "id",
                                                "diet",
                                                "kind",
                                                "CHOICES",
                                                "label",
                                                Map.of("en", "Diet", "fr", "Régime"),
                                                "options",
                                                List.of(
                                                        Map.of("id", "o2", "label", Map.of("en", "=None")),
                                                        Map.of("id", "o3", "label", Map.of("en", "Kosher"))))))));

        String file = expect(
                        200,
                        api.get(
                                "/organizer/activities/exported-in-words/registrations.csv",
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(("organizer:" + Api.PASSWORD).getBytes()),
                                "Accept-Language",
                                "fr"))
                .body();

        List<NamedCsvRecord> rows =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file.replace("\uFEFF", "")).stream()
                        .toList();
        assertThat(rows.getFirst().getHeader()).contains("Size", "Régime", "I agree.", "accessibilityNeeds");
        assertThat(rows.getFirst().getField("Régime"))
                .as("what is not offered any more goes by its id")
                .isEqualTo("o1; =None");
        assertThat(rows.getFirst().getField("I agree.")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource({
        "/activities/other-types/registrations,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "/activities/other-types/statistics,text/csv"
    })
    void whoAsksForAnotherTypeIsToldWhichThereAre(String path, String another) {
        if (api.organizer(HttpMethod.GET, "/activities/other-types", null).status() == 404) {
            api.publish(api.webinar("other-types", webinar -> {}));
        }

        Api.Download refused = api.download(path, "image/png");

        assertThat(refused.status()).isEqualTo(406);
        assertThat(refused.text())
                .contains("application/json", "text/csv", another)
                .doesNotContain("*");
    }

    @Test
    void theFileHasWhatMatchesOnly() throws IOException {
        api.publish(api.webinar("exported-part", webinar -> {}));
        person("exported-part", Map.of("email", "ana@example.org", "name", "Ana", "country", "PT"));
        person("exported-part", Map.of("email", "ben@example.org", "name", "Ben", "country", "FR"));

        assertThat(rows(api.download("/activities/exported-part/registrations?country=FR", "text/csv")))
                .extracting(row -> row.getField("email"))
                .containsExactly("ben@example.org");
        assertThat(sheet("/activities/exported-part/registrations?country=FR")).hasSize(2);
        assertThat(sheet("/activities/exported-part/registrations?country=DE"))
                .as("titles only")
                .hasSize(1);
    }

    @Test
    void aCellStaysOneWhereSemicolonsDivideToo() throws IOException {
        api.publish(api.webinar("divided-cells", webinar -> {}));
        person("divided-cells", Map.of("email", "ana@example.org", "name", "Ana;=cmd()"));

        assertThat(api.download("/activities/divided-cells/registrations", "text/csv")
                        .text())
                .contains(",\"Ana;=cmd()\",");
    }

    @Test
    void noNameIsRunAsAFormula() throws IOException {
        api.publish(api.webinar("formulas", webinar -> {}));
        List<String> names = List.of(
                "=cmd()",
                "+1",
                "-1",
                "@SUM(A1)",
                "\uFF1Dcmd()",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM",
                "'=cmd()",
                "'Abd al-Rahman");
        for (int i = 0; i < names.size(); i++) {
            person("formulas", Map.of("email", "p" + i + "@example.org", "name", names.get(i)));
        }

        List<NamedCsvRecord> rows = rows(api.download("/activities/formulas/registrations", "text/csv"));
        List<Map<String, String>> sheet = sheet("/activities/formulas/registrations");

        assertThat(rows)
                .extracting(row -> row.getField("name"))
                .containsExactly(
                        "'=cmd()",
                        "'+1",
                        "'-1",
                        "'@SUM(A1)",
                        "'\uFF1Dcmd()",
                        "'\uFF0B1",
                        "'\uFF0D1",
                        "'\uFF20SUM",
                        "''=cmd()",
                        "'Abd al-Rahman");
        assertThat(sheet.stream().skip(1).map(row -> row.get("F"))).containsExactlyElementsOf(names);
    }

    @Test
    void whatWasExportedComesInAgainAsItWas() throws IOException {
        api.publish(api.webinar("there", webinar -> {}));
        api.publish(api.webinar("and-back", webinar -> {}));
        person(
                "there",
                Map.of(
                        "email",
                        "-ana@example.org",
                        "name",
                        "'=Ana, \"A\"",
                        "country",
                        "PT",
                        "locale",
                        "pt-BR",
                        "affiliation",
                        "+Museum"));
        person("there", Map.of("email", "ben@example.org", "name", "=Ben", "timeZone", "America/Bogota"));
        List<String> columns = List.of("affiliation", "email", "name", "locale", "timeZone", "country");
        StringBuilder file = new StringBuilder(String.join(",", columns)).append('\n');
        for (NamedCsvRecord row : rows(api.download("/activities/there/registrations", "text/csv"))) {
            file.append(String.join(
                            ",",
                            columns.stream()
                                    .map(column -> '"' + row.getField(column).replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append('\n');
        }

        expect(200, api.upload("/api/organizer/activities/and-back/registrations/import", file.toString(), "text/csv"));

        for (String column : columns) {
            assertThat(rows(api.download("/activities/and-back/registrations", "text/csv")))
                    .extracting(row -> row.getField(column))
                    .containsExactlyInAnyOrderElementsOf(
                            rows(api.download("/activities/there/registrations", "text/csv")).stream()
                                    .map(row -> row.getField(column))
                                    .toList());
        }
        assertThat(api.organizer(HttpMethod.GET, "/activities/and-back/registrations?q=-ana", null)
                        .at("/items/0/name")
                        .stringValue())
                .isEqualTo("'=Ana, \"A\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=10", "cursor=x", "stauts=CONFIRMED", "status=LOST"})
    void aFileIsWholeAndItsQueryUnderstood(String query) {
        if (api.organizer(HttpMethod.GET, "/activities/whole-files", null).status() == 404) {
            api.publish(api.webinar("whole-files", webinar -> {}));
        }

        for (String type : List.of("text/csv", XLSX)) {
            assertThat(api.download("/activities/whole-files/registrations?" + query, type)
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void theListIsJsonWhereNoFileIsAskedFor() {
        api.publish(api.webinar("any-type", webinar -> {}));

        assertThat(api.download("/activities/any-type/registrations", "*/*").text())
                .startsWith("{\"items\":[]");
        assertThat(api.download("/activities/any-type/registrations", "application/json, text/plain, */*")
                        .text())
                .startsWith("{");
        assertThat(api.download("/activities/no-such/registrations", "text/csv").status())
                .isEqualTo(404);
        expect(401, api.get("/api/organizer/activities/any-type/registrations", "Accept", "text/csv"));
    }

    private void person(String slug, Map<String, Object> person) {
        expect(202, api.post("/api/activities/" + slug + "/registrations", person));
    }

    private static Map<String, Object> question(String id, String kind) {
        Map<String, Object> question =
                new HashMap<>(Map.of("id", id, "kind", kind, "required", false, "label", Map.of("en", id)));
        if (kind.equals("CHOICES")) {
            question.put(
                    "options",
                    List.of(
                            Map.of("id", "vegan", "label", Map.of("en", "Vegan")),
                            Map.of("id", "none", "label", Map.of("en", "None"))));
        }
        return question;
    }

    private static List<NamedCsvRecord> rows(Api.Download file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(new ByteArrayInputStream(file.bytes()))) {
            return rows.stream().toList();
        }
    }

    /** The rows of the sheet by the letters of its columns; fails if a cell is a formula, or anything but text. */
    private List<Map<String, String>> sheet(String path) throws IOException {
        Api.Download file = api.download(path, XLSX);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().getContentDisposition().getFilename()).endsWith("-registrations.xlsx");
        Document document = document(file);
        assertThat(document.getElementsByTagName("f").getLength())
                .as("formulas")
                .isZero();
        List<Map<String, String>> rows = new ArrayList<>();
        NodeList all = document.getElementsByTagName("row");
        for (int i = 0; i < all.getLength(); i++) {
            Map<String, String> row = new HashMap<>();
            NodeList cells = ((Element) all.item(i)).getElementsByTagName("c");
            for (int j = 0; j < cells.getLength(); j++) {
                Element cell = (Element) cells.item(j);
                assertThat(cell.getAttribute("t")).isEqualTo("inlineStr");
                row.put(cell.getAttribute("r").replaceAll("[0-9]", ""), cell.getTextContent());
            }
            rows.add(row);
        }
        return rows;
    }

    /** The reader of whole files: the library writes lengths behind what they are of, which readers of streams do not expect. */
    private Document document(Api.Download file) throws IOException {
        Path kept = Files.write(folder.resolve("sheet.xlsx"), file.bytes());
        try (ZipFile parts = new ZipFile(kept.toFile())) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(parts.getInputStream(parts.getEntry("xl/worksheets/sheet1.xml")));
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException e) {
            throw new IOException(e);
        }
    }
}
