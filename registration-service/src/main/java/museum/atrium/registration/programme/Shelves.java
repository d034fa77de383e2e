package museum.atrium.registration.programme;

import java.util.List;
import museum.atrium.http.account.Access;
import museum.atrium.registration.rights.Reach;
import org.springframework.stereotype.Component;

/** What an activity can be put into, for whoever asks. */
@Component
public class Shelves {

    private final RunningNetworks networks;
    private final SeriesList series;

    Shelves(RunningNetworks networks, SeriesList series) {
        this.networks = networks;
        this.series = series;
    }

    /** By their names. */
    public List<RunningNetwork> networks() {
        return networks.all();
    }

    /** Those that whoever asks may write into. */
    public List<Activity> series() {
        return series.within(Reach.ofCaller(Access.WRITE));
    }
}
