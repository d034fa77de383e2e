package museum.atrium.recording.watching;

import museum.atrium.recording.access.Viewer;
import museum.atrium.recording.views.Views;
import museum.atrium.recording.watching.MediaDoor.Playing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a player tells that it plays, once for each opening of its page. */
@RestController
class ViewsApi {

    static final String NAME = "views";

    private final MediaDoor door;
    private final Views views;

    ViewsApi(MediaDoor door, Views views) {
        this.door = door;
        this.views = views;
    }

    @PostMapping("/media/{recording}/{secret}/" + NAME)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void count(
            @PathVariable String recording,
            @PathVariable String secret,
            @RequestParam(name = "t", required = false) @Nullable String ticket) {
        Playing playing = door.playing(recording, secret, ticket);
        if (!(playing.viewer() instanceof Viewer.Previewing)) {
            views.count(playing.recording().id());
        }
    }
}
