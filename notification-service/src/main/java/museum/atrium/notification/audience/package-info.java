/** What is known of activities, registrations, contacts and recordings, taken from their events. */
@NullMarked
package museum.atrium.notification.audience;

import org.jspecify.annotations.NullMarked;
