package museum.atrium.registration.statistics;

import java.util.List;
import museum.atrium.registration.programme.LocalizedText;
import museum.atrium.registration.programme.SignUpForm;

/**
 * How what is asked now was answered, by those who are not cancelled.
 *
 * @param version of the form; 0: nothing is asked
 * @param answeredBy how many registrations have answered this version
 * @param questions those with options
 */
record FormStatistics(int version, int answeredBy, List<QuestionCount> questions, List<ConsentCount> consents) {

    static final FormStatistics NOTHING_ASKED = new FormStatistics(0, 0, List.of(), List.of());

    /** @param answered how many chose anything */
    record QuestionCount(
            String id, SignUpForm.Kind kind, LocalizedText label, int answered, List<OptionCount> options) {}

    record OptionCount(String id, LocalizedText label, int chosen) {}

    record ConsentCount(String id, LocalizedText text, int given, int refused) {}
}
