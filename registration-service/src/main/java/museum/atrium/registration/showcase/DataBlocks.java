package museum.atrium.registration.showcase;

import museum.atrium.registration.programme.Activity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What pages carry for search engines, as the content of a script element that no browser runs. */
@Component
class DataBlocks {

    private final EventData events;
    private final SeriesData series;
    private final JsonMapper json;

    DataBlocks(EventData events, SeriesData series, JsonMapper json) {
        this.events = events;
        this.series = series;
        this.json = json;
    }

    String of(Activity activity, Reader reader) {
        return written(events.whole(activity, reader));
    }

    String of(ShownSeries.Whole shown, Reader reader) {
        return written(series.whole(shown, reader));
    }

    /** Without any character that could end the element, or begin a comment in it. */
    private String written(Thing thing) {
        return json.writeValueAsString(thing).replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
