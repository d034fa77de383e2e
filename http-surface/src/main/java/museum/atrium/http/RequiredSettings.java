package museum.atrium.http;

import org.springframework.core.env.Environment;

/** Settings without which a service must not start. */
public final class RequiredSettings {

    private RequiredSettings() {}

    /**
     * The value of an environment variable, or of the file that the variable with {@code _FILE} at its end names.
     *
     * @param purpose what the setting is, to end the sentence 'X is not set: it is …'
     * @throws UnusableSetting when it is not set or blank
     */
    public static String require(Environment environment, String variable, String purpose) {
        String value = environment.getProperty(variable, "");
        if (value.isBlank()) {
            throw missing(variable, purpose);
        }
        return value;
    }

    /** For who has looked the value up already. */
    public static UnusableSetting missing(String variable, String purpose) {
        return new UnusableSetting(
                variable + " is not set: it is " + purpose + ".",
                "Set the environment variable " + variable + ", or " + variable
                        + "_FILE to the path of a file that holds it.");
    }
}
