package museum.atrium.recording.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import museum.atrium.recording.catalogue.MediaKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SniffingTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "....ftypisom....,MP4",
                "....ftypmp42....,MP4",
                "....ftypqt  ....,MOV",
                "....moov........,MOV",
                "....ftypM4A ....,M4A",
                "\u001aE\u00df\u00a3....B\u0082\u0084webm,WEBM",
                "\u001aE\u00df\u00a3....B\u0082\u0088matroska,MATROSKA",
                "OggS................\u0080theora,OGG_VIDEO",
                "OggS................OpusHead,OGG_AUDIO",
                "RIFF....WAVEfmt ,WAV",
                "ID3\u0004........,MP3",
                "\u00ff\u00fb\u0090d....,MP3"
            })
    void whatCanBeShownIsRecognisedByItsFirstBytes(String beginning, MediaKind kind) {
        assertThat(Sniffing.kindOf(beginning.getBytes(ISO_8859_1))).hasValue(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "....ftyp",
                "....ftypavif....",
                "....ftypheic....",
                "<!DOCTYPE html>",
                "%PDF-1.7",
                "PK\u0003\u0004........",
                "RIFF....AVI LIST",
                "\u001aE\u00df\u00a3.....",
                "OggS............",
                "\u00ff\u00d8\u00ff\u00e0",
                "\u00ff\u00feA\u0000",
                "\u00ff\u00fb\u00ff\u00ff",
                "#!/bin/sh"
            })
    void whatCannotIsNot(String beginning) {
        assertThat(Sniffing.kindOf(beginning.getBytes(ISO_8859_1))).isEmpty();
    }

    @Test
    void noBytesWhateverMakeItFail() {
        java.util.Random random = new java.util.Random(7);
        for (int length = 0; length < Sniffing.BYTES_NEEDED; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Sniffing.kindOf(bytes)).isNotNull();
            assertThat(Sniffing.kindOf(Arrays.copyOf(new byte[] {(byte) 0xff}, length)))
                    .isEmpty();
        }
    }
}
