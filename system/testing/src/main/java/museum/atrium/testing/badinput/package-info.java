/** Sends a service what nobody should send it, call by call as its OpenAPI document has them, and judges what it answers. */
@NullMarked
package museum.atrium.testing.badinput;

import org.jspecify.annotations.NullMarked;
