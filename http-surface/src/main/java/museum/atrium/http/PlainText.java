package museum.atrium.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import museum.atrium.http.text.PlainTextValidator;

/**
 * A text that people will read, such as a name or a title: not blank, no longer than {@link #max} code points, without
 * control characters and without those that turn the direction of what follows. {@code null} passes: say
 * {@code @NotNull} too where a text is required.
 */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
public @interface PlainText {

    /** At most so many Unicode code points. */
    int max() default 200;

    /** Whether line breaks and tabs are part of the text. */
    boolean multiline() default false;

    String message() default "is not a plain text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
