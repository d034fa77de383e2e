package museum.atrium.registration.statistics;

import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import museum.atrium.registration.programme.ActivityId;
import museum.atrium.registration.programme.SignUpForm;
import museum.atrium.registration.statistics.FormStatistics.ConsentCount;
import museum.atrium.registration.statistics.FormStatistics.OptionCount;
import museum.atrium.registration.statistics.FormStatistics.QuestionCount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often which option was chosen, and which consent given. What people wrote in words of their own is not looked at. */
@Repository
class AnswerCounts {

    private enum What {
        REGISTRATIONS,
        ANSWERED,
        OPTION,
        CONSENT
    }

    private static final String COUNTED = """
            (with given as materialized (
              select answers->'answers' as answers, answers->'consents' as consents from registration
              where activity_id = :activity and takes_over is null and status <> 'CANCELLED'
                and (answers->>'version')::int = :version and (:ids::uuid[] is null or id = any(:ids)))
            select 'REGISTRATIONS' as what, null as id, null as value, count(*) as number from given
            union all
            select case when grouping(chosen.option) = 1 then 'ANSWERED' else 'OPTION' end, asked.id, chosen.option,
              case when grouping(chosen.option) = 1 then count(*) filter (where chosen.place = 1) else count(*) end
            from given
            cross join unnest(:questions::text[]) as asked (id)
            cross join jsonb_array_elements_text(
              case jsonb_typeof(answers->asked.id) when 'array' then answers->asked.id
                when 'string' then jsonb_build_array(answers->asked.id) end)
              with ordinality as chosen (option, place)
            group by grouping sets ((asked.id, chosen.option), (asked.id))
            union all
            select 'CONSENT', consent.id, consent.value, count(*)
            from given cross join jsonb_each_text(consents) as consent (id, value)
            group by consent.id, consent.value)
            """;

    /** What was counted; without a value it is the question as a whole, without an id the form. */
    private record Counted(
            What what, @Nullable String id, @Nullable String value) {}

    private final JdbcClient database;

    AnswerCounts(JdbcClient database) {
        this.database = database;
    }

    /** @param form what is asked now; who answered an earlier version answered something else */
    FormStatistics of(ActivityId activity, SignUpForm form) {
        if (form.version() == 0) {
            return FormStatistics.NOTHING_ASKED;
        }
        List<SignUpForm.Question> questions = withOptions(form);
        Map<Counted, Integer> counts = counts(activity, form.version(), questions);
        return new FormStatistics(
                form.version(),
                of(counts, What.REGISTRATIONS, null, null),
                questions.stream().map(question -> count(question, counts)).toList(),
                form.consents().stream()
                        .map(consent -> new ConsentCount(
                                consent.id(),
                                consent.text(),
                                of(counts, What.CONSENT, consent.id(), "true"),
                                of(counts, What.CONSENT, consent.id(), "false")))
                        .toList());
    }

    private static QuestionCount count(SignUpForm.Question question, Map<Counted, Integer> counts) {
        return new QuestionCount(
                question.id(),
                question.kind(),
                question.label(),
                of(counts, What.ANSWERED, question.id(), null),
                question.options().stream()
                        .map(option -> new OptionCount(
                                option.id(), option.label(), of(counts, What.OPTION, question.id(), option.id())))
                        .toList());
    }

    private static int of(Map<Counted, Integer> counts, What what, @Nullable String id, @Nullable String value) {
        return counts.getOrDefault(new Counted(what, id, value), 0);
    }

    private Map<Counted, Integer> counts(ActivityId activity, int version, List<SignUpForm.Question> questions) {
        Map<Counted, Integer> counts = new HashMap<>();
        database.sql("select what, id, value, sum(number) as number from (" + COUNTED + """
                        union all
                        select what, id, value, number from kept_answers where activity_id = :activity and version = :version) as counted
                        group by what, id, value
                        """)
                .param("activity", activity.value())
                .param("version", version)
                .param("questions", ids(questions))
                .param("ids", null, Types.ARRAY)
                .query(row -> {
                    counts.put(
                            new Counted(
                                    What.valueOf(row.getString("what")), row.getString("id"), row.getString("value")),
                            row.getInt("number"));
                });
        return counts;
    }

    void keep(ActivityId activity, SignUpForm form, UUID[] registrations) {
        if (form.version() == 0) {
            return;
        }
        database.sql("insert into kept_answers as kept select :activity, :version, counted.* from (" + COUNTED + """
                        ) as counted
                        where number > 0
                        on conflict (activity_id, version, what, id, value) do update set number = kept.number + excluded.number
                        """)
                .param("activity", activity.value())
                .param("version", form.version())
                .param("questions", ids(withOptions(form)))
                .param("ids", registrations)
                .update();
    }

    private static List<SignUpForm.Question> withOptions(SignUpForm form) {
        return form.questions().stream()
                .filter(question -> switch (question.kind()) {
                    case CHOICE, CHOICES -> true;
                    case TEXT, NUMBER, DATE -> false;
                })
                .toList();
    }

    private static String[] ids(List<SignUpForm.Question> questions) {
        return questions.stream().map(SignUpForm.Question::id).toArray(String[]::new);
    }
}
