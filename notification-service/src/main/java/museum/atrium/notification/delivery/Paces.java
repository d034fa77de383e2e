package museum.atrium.notification.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The paces, shared by all instances and kept by the database's clock. */
@Repository
class Paces {

    /** The pace of all mails; no domain is called that. */
    static final String ALL = "*";

    /** How fast mails may go. */
    record Limits(Rate all, Rate domain, Map<String, Rate> domains) {

        boolean isAny() {
            return all.isLimit()
                    || domain.isLimit()
                    || domains.values().stream().anyMatch(Rate::isLimit);
        }

        Rate of(String name) {
            return name.equals(ALL) ? all : domains.getOrDefault(name, domain);
        }
    }

    private final JdbcClient jdbc;

    Paces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name, and held until the transaction ends; always in the same order, so that none waits for another in a circle. */
    Map<String, Pace> hold(Map<String, Rate> rates) {
        Map<String, Pace> held = held(rates);
        if (held.size() < rates.size()) {
            List<String> names = List.copyOf(rates.keySet());
            List<Rate> inOrder = List.copyOf(rates.values());
            jdbc.sql("""
                    insert into paces (name, tokens)
                    select name, tokens from unnest(:names::text[], :tokens::float8[]) as new (name, tokens)
                    order by name
                    on conflict do nothing
                    """)
                    .param("names", names.toArray(String[]::new))
                    .param("tokens", numbers(inOrder, Rate::burst))
                    .update();
            held = held(rates);
        }
        return held;
    }

    private Map<String, Pace> held(Map<String, Rate> rates) {
        Map<String, Pace> held = new LinkedHashMap<>();
        jdbc.sql("""
                select name, tokens,
                       extract(epoch from clock_timestamp())::float8 as now,
                       extract(epoch from refilled_at)::float8 as refilled,
                       extract(epoch from transactional_until)::float8 as transactional_until,
                       extract(epoch from time_critical_until)::float8 as time_critical_until,
                       extract(epoch from bulk_until)::float8 as bulk_until
                from paces
                where name = any(:names)
                order by name
                for update
                """).param("names", rates.keySet().toArray(String[]::new)).query(row -> {
            String name = row.getString("name");
            held.put(
                    name,
                    new Pace(
                            rates.getOrDefault(name, Rate.NONE),
                            row.getDouble("now"),
                            new Pace.State(
                                    row.getDouble("tokens"),
                                    row.getDouble("refilled"),
                                    List.of(
                                            row.getDouble("transactional_until"),
                                            row.getDouble("time_critical_until"),
                                            row.getDouble("bulk_until")))));
        });
        return held;
    }

    void save(Map<String, Pace> paces) {
        List<String> names = List.copyOf(paces.keySet());
        List<Pace.State> states = paces.values().stream().map(Pace::state).toList();
        jdbc.sql("""
                update paces p
                set tokens = new.tokens, refilled_at = to_timestamp(new.refilled),
                    transactional_until = to_timestamp(new.transactional),
                    time_critical_until = to_timestamp(new.critical), bulk_until = to_timestamp(new.bulk)
                from unnest(:names::text[], :tokens::float8[], :refilled::float8[],
                            :transactional::float8[], :critical::float8[], :bulk::float8[])
                  as new (name, tokens, refilled, transactional, critical, bulk)
                where p.name = new.name
                """)
                .param("names", names.toArray(String[]::new))
                .param("tokens", numbers(states, Pace.State::tokens))
                .param("refilled", numbers(states, Pace.State::refilled))
                .param("transactional", numbers(states, state -> state.until().get(0)))
                .param("critical", numbers(states, state -> state.until().get(1)))
                .param("bulk", numbers(states, state -> state.until().get(2)))
                .update();
    }

    /** Domains that got no mail for a day; whoever writes to them again begins anew. */
    void forgetUnused() {
        jdbc.sql("delete from paces where refilled_at < now() - interval '1 day'")
                .update();
    }

    private static <T> Double[] numbers(List<T> of, Function<T, Double> number) {
        return of.stream().map(number).toArray(Double[]::new);
    }
}
