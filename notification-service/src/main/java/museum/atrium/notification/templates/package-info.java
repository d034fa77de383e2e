/** What organisers have mails of an activity say, in place of the standard texts. */
@NullMarked
package museum.atrium.notification.templates;

import org.jspecify.annotations.NullMarked;
