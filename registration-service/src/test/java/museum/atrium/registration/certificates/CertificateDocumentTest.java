package museum.atrium.registration.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import museum.atrium.http.UnusableSetting;
import museum.atrium.registration.RegistrationSettings;
import museum.atrium.registration.certificates.CertificateFacts.Attended;
import museum.atrium.registration.certificates.CertificateFacts.Status;
import museum.atrium.registration.pages.WrittenPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The document as it is printed, read aloud and scanned. */
class CertificateDocumentTest {

    private static final String CODE = "7K2M-0QXV-9D4T-HW3C";

    @ParameterizedTest
    @CsvSource({
        "en, Certificate of attendance, 'Monday, 1 March 2027'",
        "fr, Attestation de participation, lundi 1er mars 2027",
        "es, Certificado de asistencia, 'lunes, 1 de marzo de 2027'",
        "de, Teilnahmebescheinigung, 'Montag, 1. März 2027'",
        "pt, Certificado de participação, 'segunda-feira, 1 de março de 2027'",
        "sl, Potrdilo o udeležbi, 'ponedeljek, 1. marec 2027'",
        "ja, Certificate of attendance, 'Monday, 1 March 2027'"
    })
    void itIsAccessibleAndSaysEverythingInTheParticipantsLanguage(String language, String heading, String day)
            throws Exception {
        Paper paper = Paper.of(drawn("Ana Example", language));

        paper.assertAccessible();
        assertThat(paper.text())
                .contains(heading, "Ana Example", "Caring for collections", "Example Network · City Museum", day)
                .contains("3 h 30 min", CODE, "https://programme.example.org/certificates/" + CODE);
        assertThat(paper.language()).isEqualTo(language.equals("ja") ? "en" : language);
        assertThat(paper.title()).contains(heading, "Caring for collections");
        assertThat(paper.scanned()).isEqualTo("https://programme.example.org/certificates/" + CODE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Łucja Čížková-Ørsted d’Été",
                "Αθηνά Παπαδοπούλου",
                "Александра Юрьевна",
                "<img src=\"file:///etc/passwd\" onerror=\"x\"/> & ]]> <script>",
                "&amp; <![CDATA[ &copy;"
            })
    void namesAreWrittenAsTheyAre(String name) throws Exception {
        Paper paper = Paper.of(drawn(name, "en"));

        paper.assertAccessible();
        assertThat(paper.text()).contains(name).doesNotContain("cannot be printed");
        assertThat(paper.pictures()).as("the QR code alone").isEqualTo(1);
    }

    @Test
    void arabicIsShapedAndRunsFromTheRight() throws Exception {
        Paper paper = Paper.of(drawn("فاطمة الزهراء", "en"));

        paper.assertAccessible();
        assertThat(paper.text()).contains("فاطمة الزهراء").doesNotContain("cannot be printed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana 🎉 Example", "田中花子", "देवी"})
    void whatNoFontHasIsMarkedAndTheReaderIsToldWhereItIsShown(String name) throws Exception {
        Paper paper = Paper.of(drawn(name, "en"));

        paper.assertAccessible();
        assertThat(paper.text()).contains("\uFFFD", "Some characters cannot be printed here");
    }

    @Test
    void aNameOfFiveHundredLettersStaysOnThePaper() throws Exception {
        Paper paper = Paper.of(drawn("W".repeat(500), "en"));

        paper.assertAccessible();
        assertThat(paper.text().replaceAll("\\s+", "")).contains("W".repeat(500));
        assertThat(paper.isInsideTheMargins()).isTrue();
    }

    @Test
    void aCourseOfManySessionsTakesSeveralPages() throws Exception {
        CertificateFacts facts = facts("Ana Example");
        List<Attended> many = IntStream.rangeClosed(1, 60)
                .mapToObj(number -> new Attended("Module " + number, LocalDate.of(2027, 3, 1)))
                .toList();
        Paper paper = Paper.of(document("")
                .of(
                        new CertificateFacts(
                                CODE,
                                Status.VALID,
                                facts.name(),
                                facts.title(),
                                Collections.nCopies(40, "An Organisation with a Rather Long Name"),
                                many,
                                45,
                                facts.issuedOn(),
                                null),
                        Locale.ENGLISH));

        paper.assertAccessible();
        assertThat(paper.pages()).isGreaterThan(1);
        assertThat(paper.text()).contains("Module 1", "Module 60", "45 min");
        assertThat(paper.isInsideTheMargins()).isTrue();
    }

    @Test
    void whateverTheTextNamesNothingIsLoaded(@TempDir Path folder) throws Exception {
        Path picture = folder.resolve("picture.png");
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        Path style = Files.writeString(folder.resolve("style.css"), "p { display: none; }");
        String document = """
                <html lang="en"><head><title>T</title><link rel="stylesheet" type="text/css" href="%s"/></head>
                <body style="font-family: atrium-sans"><p>Here</p><img alt="x" src="%s"/></body></html>
                """.formatted(style.toUri(), picture.toUri());

        Paper paper = Paper.of(new PdfRendering(new CertificateFonts(new CertificateSettings(""))).pdf(document));

        assertThat(paper.text()).contains("Here");
        assertThat(paper.pictures()).isZero();
    }

    @Test
    void anOperatorsFontsAreUsedForWhatOursLack(@TempDir Path folder) throws Exception {
        byte[] mono =
                new ClassPathResource("net/sf/jasperreports/fonts/dejavu/DejaVuSansMono.ttf").getContentAsByteArray();
        Files.write(folder.resolve("mono.TTF"), mono);
        Files.writeString(folder.resolve("LICENSE"), "not a font");

        CertificateFonts fonts = new CertificateFonts(new CertificateSettings(folder.toString()));

        assertThat(fonts.all()).hasSize(3);
        assertThat(fonts.serifFirst()).isEqualTo("atrium-serif, atrium-sans, atrium-further0");
        Paper.of(document(folder.toString()).of(facts("Ana Example"), Locale.ENGLISH))
                .assertAccessible();
    }

    @Test
    void aSettingThatNamesNoFontsIsRefusedAtTheStart(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> new CertificateFonts(new CertificateSettings("/nowhere")))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("CERTIFICATE_FONTS");
        Files.writeString(folder.resolve("broken.ttf"), "not a font");
        assertThatThrownBy(() -> new CertificateFonts(new CertificateSettings(folder.toString())))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageContaining("broken.ttf");
    }

    private static byte[] drawn(String name, String language) {
        return document("").of(facts(name), Locale.forLanguageTag(language));
    }

    private static CertificateFacts facts(String name) {
        return new CertificateFacts(
                CODE,
                Status.VALID,
                name,
                "Caring for collections",
                List.of("Example Network", "City Museum"),
                List.of(
                        new Attended("Light and climate", LocalDate.of(2027, 3, 1)),
                        new Attended("Pests", LocalDate.of(2027, 3, 8))),
                210,
                LocalDate.of(2027, 3, 9),
                null);
    }

    private static CertificateDocument document(String fontFolder) {
        CertificateFonts fonts = new CertificateFonts(new CertificateSettings(fontFolder));
        return new CertificateDocument(
                WrittenPages.templates(),
                fonts,
                new PdfRendering(fonts),
                WrittenPages.page(Clock.systemUTC()),
                new RegistrationSettings(URI.create("https://programme.example.org/"), false));
    }
}
