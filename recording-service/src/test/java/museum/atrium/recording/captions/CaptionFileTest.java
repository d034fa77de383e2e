package museum.atrium.recording.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionFileTest {

    @Test
    void whatPlayersUnderstandIsKeptAndNothingElse() {
        String kept = CaptionFile.write(CaptionFile.read("""
                \ufeffWEBVTT - made by hand

                STYLE
                ::cue { background: url(https://elsewhere.example.org/) }

                NOTE not for viewers

                one
                00:01.000 --> 00:02.500 align:start position:10% evil:yes
                <v Ana>Good <i>morning</i> & <b>welcome</b>

                01:00:00.000 --> 01:00:03.000
                5 < 6 <script>alert(1)</script>
                second line
                """));

        assertThat(kept).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:02.500 align:start position:10%
                <v Ana>Good <i>morning</i> &amp; <b>welcome</b>

                01:00:00.000 --> 01:00:03.000
                5 &lt; 6 &lt;script&gt;alert(1)&lt;/script&gt;
                second line
                """);
        assertThat(CaptionFile.write(CaptionFile.read(kept))).isEqualTo(kept);
    }

    @Test
    void subRipBecomesWebVtt() {
        List<Cue> cues =
                CaptionFile.read("1\r\n00:00:01,000 --> 00:00:02,000\r\n<font color=\"red\">Tom & Ana</font>\r\n\r\n"
                        + "2\r\n00:00:02,000 --> 00:00:04,000\r\n{\\an8}Above\r\n");

        assertThat(CaptionFile.write(cues)).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:02.000
                Tom &amp; Ana

                00:00:02.000 --> 00:00:04.000
                Above
                """);
        assertThat(cues.getFirst().plain()).isEqualTo("Tom & Ana");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WEBVTT                                                              | Line 1 | not one cue
            WEBVTTX;;00:01.000 --> 00:02.000;a                                  | Line 1 | first line
            WEBVTT;;00:01.000 -> 00:02.000;a                                    | Line 4 | when words are said
            WEBVTT;;00:03.000 --> 00:02.000;a                                   | Line 3 | before they begin
            WEBVTT;;00:61.000 --> 00:62.000;a                                   | Line 3 | when words are said
            WEBVTT;;00:05.000 --> 00:06.000;a;;00:04.000 --> 00:05.000;b        | Line 6 | before those above
            WEBVTT;;00:05.000 --> 00:06.000;;a                                  | Line 4 | words are missing
            WEBVTT;;00:05.000 --> 00:06.000;a;00:07.000 --> 00:08.000;b         | Line 5 | empty line
            just some text                                                      | Line 1 | when words are said
            """)
    void whatAPlayerWouldPassOverIsRefusedWithItsLine(String file, String line, String why) {
        assertThatThrownBy(() -> CaptionFile.read(file.replace(";", "\n")))
                .isInstanceOf(MalformedCaptions.class)
                .hasMessageContaining(line + ":")
                .hasMessageContaining(why);
    }

    @Test
    void aFileOfTooManyOrTooLongCuesIsRefused() {
        String cue = "00:01.000 --> 00:02.000\n%s\n\n";

        assertThatThrownBy(() -> CaptionFile.read("WEBVTT\n\n" + cue.formatted("a".repeat(2_001))))
                .hasMessageContaining("longer than");
        assertThatThrownBy(
                        () -> CaptionFile.read("WEBVTT\n\n" + cue.formatted("a").repeat(50_001)))
                .hasMessageContaining("more than 50000 cues");
    }
}
