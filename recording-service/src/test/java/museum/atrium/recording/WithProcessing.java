package museum.atrium.recording;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import museum.atrium.recording.processing.Clips;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The service as it runs where there is an ffmpeg: the carried one, if there is no other. */
@WholeService
@TestPropertySource(
        properties = {
            "atrium.processing.enabled=true",
            "atrium.processing.look-every=100ms",
            "atrium.processing.preset=ultrafast",
            "atrium.recordings.largest-upload=40MB"
        })
@Import(Clips.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface WithProcessing {}
