/** What happened here, told to the other services: domain event, contract event, outbox. */
@NullMarked
package museum.atrium.registration.announcing;

import org.jspecify.annotations.NullMarked;
