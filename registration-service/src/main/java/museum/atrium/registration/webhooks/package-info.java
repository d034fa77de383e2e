/** What happens here, told to addresses elsewhere that organisers name, by the Standard Webhooks specification. */
@NullMarked
package museum.atrium.registration.webhooks;

import org.jspecify.annotations.NullMarked;
