package museum.atrium.registration.certificates;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import museum.atrium.http.UnusableSetting;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The fonts of certificates: DejaVu, which has Latin, Greek, Cyrillic, Arabic and more, and what an operator adds. */
@Component
class CertificateFonts {

    private static final String OURS = "net/sf/jasperreports/fonts/dejavu/";

    private final CertificateFont serif;
    private final CertificateFont sans;
    private final List<CertificateFont> further;

    CertificateFonts(CertificateSettings settings) {
        this.serif = ours("atrium-serif", "DejaVuSerif.ttf");
        this.sans = ours("atrium-sans", "DejaVuSans.ttf");
        this.further = settings.fonts().isBlank() ? List.of() : further(Path.of(settings.fonts()));
    }

    List<CertificateFont> all() {
        return Stream.concat(Stream.of(serif, sans), further.stream()).toList();
    }

    /** For titles and names; in CSS, and so are those below. */
    String serifFirst() {
        return families(Stream.of(serif, sans));
    }

    String sansFirst() {
        return families(Stream.of(sans, serif));
    }

    boolean draw(int codePoint) {
        return all().stream().anyMatch(font -> font.draws(codePoint));
    }

    private String families(Stream<CertificateFont> first) {
        return Stream.concat(first, further.stream())
                .map(CertificateFont::family)
                .collect(joining(", "));
    }

    private static CertificateFont ours(String family, String file) {
        try {
            return CertificateFont.read(family, new ClassPathResource(OURS + file).getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + file + " is part of this program", e);
        }
    }

    /** @throws UnusableSetting if they cannot be read */
    private static List<CertificateFont> further(Path folder) {
        List<CertificateFont> fonts = new ArrayList<>();
        for (Path file : filesIn(folder)) {
            try {
                fonts.add(CertificateFont.read("atrium-further" + fonts.size(), Files.readAllBytes(file)));
            } catch (IOException e) {
                throw unusable(folder, "has " + file.getFileName() + ", which is no TrueType font that can be read.");
            }
        }
        return fonts;
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".ttf"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unusable(folder, "is not a folder that can be read.");
        }
    }

    private static UnusableSetting unusable(Path folder, String why) {
        return new UnusableSetting(
                "CERTIFICATE_FONTS is " + folder + ", which " + why,
                "Set the environment variable CERTIFICATE_FONTS to a folder of TrueType fonts (*.ttf), or leave it out.");
    }
}
