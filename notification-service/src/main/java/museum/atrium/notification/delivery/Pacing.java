package museum.atrium.notification.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import museum.atrium.notification.audience.AddressKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets mails go as fast as they may, to each domain and in all; what is too early is put off. Without limits it asks nobody. */
@Component
class Pacing {

    private final Paces paces;
    private final Paces.Limits limits;
    private final TransactionTemplate transactions;
    private final Marks marks;

    Pacing(Paces paces, PaceSettings settings, TransactionTemplate transactions, Marks marks) {
        this.paces = paces;
        this.limits = settings.limits();
        this.transactions = transactions;
        this.marks = marks;
    }

    /** Those of a claim that may go now. */
    List<Ready> now(List<Ready> ready, long claim) throws InterruptedException {
        Map<String, Rate> rates = rates(ready);
        if (rates.isEmpty()) {
            return ready;
        }
        Map<Delivery, Duration> putOff = new LinkedHashMap<>();
        List<Ready> now = Objects.requireNonNull(transactions.execute(status -> take(ready, rates, putOff)));
        if (!putOff.isEmpty()) {
            marks.add(new Mark.PutOff(putOff, claim));
        }
        return now;
    }

    private List<Ready> take(List<Ready> ready, Map<String, Rate> rates, Map<Delivery, Duration> putOff) {
        Map<String, Pace> held = paces.hold(rates);
        List<Ready> now = new ArrayList<>();
        for (Ready mail : ready) {
            List<Pace> concerned =
                    names(mail).map(held::get).filter(Objects::nonNull).toList();
            Lane lane = mail.delivery().lane();
            List<Pace> tooFast = concerned.stream()
                    .filter(pace -> !pace.lets(lane, mail.delivery().paced()))
                    .toList();
            if (tooFast.isEmpty()) {
                concerned.forEach(Pace::take);
                now.add(mail);
            } else {
                tooFast.stream()
                        .map(pace -> pace.lineUp(lane))
                        .max(Duration::compareTo)
                        .ifPresent(wait -> putOff.put(mail.delivery(), wait));
            }
        }
        paces.save(held);
        return now;
    }

    /** They were not sent after all. */
    void giveBack(Collection<Ready> unsent) {
        Map<String, Rate> rates = rates(unsent);
        if (!rates.isEmpty()) {
            transactions.executeWithoutResult(status -> {
                Map<String, Pace> held = paces.hold(rates);
                unsent.forEach(mail ->
                        names(mail).map(held::get).filter(Objects::nonNull).forEach(pace -> pace.giveBack(1)));
                paces.save(held);
            });
        }
    }

    /** By name, those that these mails are under. */
    private Map<String, Rate> rates(Collection<Ready> mails) {
        if (!limits.isAny()) {
            return Map.of();
        }
        Map<String, Rate> rates = new HashMap<>();
        mails.stream().flatMap(this::names).forEach(name -> rates.put(name, limits.of(name)));
        return rates;
    }

    private Stream<String> names(Ready mail) {
        return Stream.of(Paces.ALL, domain(mail)).filter(name -> limits.of(name).isLimit());
    }

    private static String domain(Ready mail) {
        String key = AddressKey.of(mail.letter().recipient().email());
        int at = key.lastIndexOf('@');
        return at < 0 ? "" : key.substring(at + 1);
    }
}
