package museum.atrium.recording.watching;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The bytes of a recording. */
@RestController
class MediaApi {

    private final MediaDoor door;
    private final MediaAnswers answers;

    MediaApi(MediaDoor door, MediaAnswers answers) {
        this.door = door;
        this.answers = answers;
    }

    @GetMapping("/media/{recording}/{secret}/{name}")
    void media(
            @PathVariable String recording,
            @PathVariable String secret,
            @PathVariable String name,
            @RequestParam(name = "t", required = false) @Nullable String ticket,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answers.answer(door.open(recording, secret, name, ticket), ticket, request, response);
    }

    /** For feeds and search engines: as long as a recording is for everybody, always at the same address. */
    @GetMapping("/feeds/recordings/{recording}/{name}")
    void everybodys(
            @PathVariable String recording,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answers.answer(door.openForEverybody(recording, name), null, request, response);
    }
}
